package weka.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.beans.Introspector;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.functions.BackpropClassifier;
import weka.classifiers.functions.BackpropClassifierUpdateable;
import weka.classifiers.functions.BackpropRegressor;
import weka.classifiers.functions.BackpropRegressorUpdateable;
import weka.core.OptionHandler;
import weka.core.OptionMetadata;

/** The documentation says what is so. Its commands are run by the integration tests. */
class DocumentationTest {

  static List<Markdown> pages() throws IOException {
    return Markdown.pages();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Markdown page) throws IOException {
    Map<Path, List<String>> anchors = new HashMap<>();
    for (Markdown other : Markdown.pages()) {
      anchors.put(Path.of(other.toString()), other.anchors());
    }
    for (Markdown.Link link : page.links()) {
      if (!link.target().startsWith("http")) {
        Path file = page.resolve(link.target());
        assertTrue(Files.exists(file), link.toString());
        if (link.target().contains("#")) {
          String anchor = link.target().replaceFirst(".*#", "");
          assertTrue(anchors.get(file).contains(anchor), link + " not among " + anchors.get(file));
        }
      }
    }
  }

  /** A link whose text is `Type` or `Type.method` leads to the file that declares it. */
  @ParameterizedTest
  @MethodSource("pages")
  void methodsThatLinksNameExist(Markdown page) throws IOException {
    for (Markdown.Link link : page.links()) {
      if (link.target().endsWith(".java")) {
        String[] names = link.text().replace("`", "").split("\\.");
        Path file = page.resolve(link.target());
        assertEquals(names[0] + ".java", file.getFileName().toString());
        if (names.length > 1) {
          Pattern declaration = Pattern.compile("(?m)^ +[\\w<>\\[\\], ]+ " + names[1] + "\\(");
          assertTrue(declaration.matcher(Files.readString(file)).find(), link + " does not exist");
        }
      }
    }
  }

  /** So that none escapes being run. */
  @ParameterizedTest
  @MethodSource("pages")
  void blocksOfCodeAreCommandsOrJavaOrForAnotherProgram(Markdown page) {
    for (String language : page.languages()) {
      assertTrue(Set.of("sh", "java", "text").contains(language), "a block of the language '" + language + "'");
    }
    for (String text : page.blocks("text")) {
      assertFalse(text.matches("(?s)(java|mvn) .*"), text);
    }
    for (String command : page.commands()) {
      assertTrue(command.matches("(java|mvn) .*"), command);
    }
  }

  @Test
  void theReadmeListsAllOptions() throws Exception {
    assertListsAllOptions("README.md", BackpropClassifier.class, BackpropRegressor.class);
  }

  @Test
  void theOptionsForStreamsAreListedToo() throws Exception {
    assertListsAllOptions("src/docs/streams.md", BackpropClassifierUpdateable.class,
        BackpropRegressorUpdateable.class);
  }

  private static void assertListsAllOptions(String file, Class<?>... schemes) throws Exception {
    Map<String, String> documented = new TreeMap<>();
    Markdown page = Markdown.pages().stream().filter(other -> other.toString().equals(file)).findFirst().orElseThrow();
    for (List<String> row : page.table("Options")) {
      assertEquals(4, row.size(), row.toString());
      documented.put(row.get(0).replace("`", ""), row.get(1));
    }
    Map<String, String> actual = new TreeMap<>();
    for (Class<?> scheme : schemes) {
      for (Method getter : scheme.getMethods()) {
        OptionMetadata metadata = getter.getAnnotation(OptionMetadata.class);
        if (metadata != null && getter.getDeclaringClass() != AbstractClassifier.class) {
          actual.put("-" + metadata.commandLineParamName(), property(getter.getName()));
        }
      }
    }
    assertEquals(actual, documented);
  }

  @Test
  void theReadmeListsOptionsInTheOrderOfTheCommandLine() throws Exception {
    List<String> documented = new ArrayList<>();
    Markdown.pages().get(0).table("Options").forEach(row -> documented.add(row.get(0).replaceAll("[`-]", "")));
    for (OptionHandler scheme : List.of(new BackpropClassifier(), new BackpropRegressor())) {
      List<String> listed = new ArrayList<>();
      Collections.list(scheme.listOptions()).forEach(option -> listed.add(option.name().replace("-", "")));
      listed.retainAll(documented);
      assertEquals(documented.stream().filter(listed::contains).toList(), listed);
    }
  }

  private static String property(String getter) {
    return Introspector.decapitalize(getter.replaceFirst("^(get|is|set)", ""));
  }
}
