package weka.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The file that a user downloads. */
class PackageZipIT {

  private static final int CLASS_FILE_OF_JAVA_17 = 61;

  @Test
  void isNamedAfterPackageAndVersion() throws Exception {
    String version = description().getProperty("Version");
    assertTrue(version.matches("\\d+\\.\\d+\\.\\d+"), "Weka compares versions of three integers: " + version);
    assertEquals("backprop-" + version + ".zip", StockWeka.ZIP.getFileName().toString());
  }

  @Test
  void isNoLargerThanTwoMegabytes() throws Exception {
    long size = Files.size(StockWeka.ZIP);
    assertTrue(size <= 2_000_000, "bytes: " + size);
  }

  @Test
  void isFlat() throws Exception {
    // Weka installs a package with a top folder, but never loads it.
    assertTrue(entries().containsAll(Set.of("Description.props", "backprop.jar", "README.md", "LICENSE")),
        () -> "top level: " + topLevel());
  }

  @Test
  void holdsNothingButThePackageAndItsSources() {
    assertEquals(Set.of("Description.props", "Explorer.props", "GenericPropertiesCreator.props", "PluginManager.props",
        "backprop.jar", "lib", "README.md", "LICENSE",
        "pom.xml", "src"), topLevel());
    assertEquals(List.of("lib/", "lib/xchart-3.8.8.jar"),
        entries().stream().filter(entry -> entry.startsWith("lib/")).toList());
    List<String> strangers = entries().stream()
        .filter(entry -> entry.startsWith("src/"))
        .filter(entry -> !entry.matches("src/(build/(pom.xml)?|main/([\\w-]+/)*([\\w-]+\\.\\w+)?)?"))
        .collect(Collectors.toList());
    assertEquals(List.of(), strangers);
  }

  @Test
  void describesItselfAsWekaRequires() throws Exception {
    Properties description = description();
    assertEquals("backprop", description.getProperty("PackageName"));
    assertEquals("weka (>=3.8.6)", description.getProperty("Depends"));
    for (String key : List.of("Title", "Author", "Maintainer", "License", "Description", "PackageURL", "Category",
        "Changes")) {
      assertFalse(description.getProperty(key, "").isBlank(), key);
    }
    assertTrue(description.getProperty("Date").matches("\\d{4}-\\d\\d-\\d\\d"), description.getProperty("Date"));
    assertFalse(description.toString().contains("${"), "not filtered: " + description);
  }

  /** Or they would be missing in the dialog of the filter PartitionMembership. */
  @Test
  void namesThePackageOfTheSchemesAsOneOfPartitionGenerators() throws Exception {
    String props = new String(bytes("GenericPropertiesCreator.props"), StandardCharsets.ISO_8859_1);
    assertTrue(props.contains("\nweka.core.PartitionGenerator=weka.classifiers.functions\n"), props);
  }

  @Test
  void jarHoldsTheSchemesAndNoTests() throws Exception {
    Set<String> classes = jarEntries().stream().filter(name -> name.endsWith(".class")).collect(Collectors.toSet());
    assertTrue(classes.containsAll(Set.of("weka/classifiers/functions/BackpropClassifier.class",
        "weka/classifiers/functions/BackpropRegressor.class")), classes::toString);
    assertEquals(Set.of(), classes.stream()
        .filter(name -> !name.startsWith("weka/classifiers/functions/Backprop")
            && !name.startsWith("weka/classifiers/functions/backprop/")
            && !name.equals("weka/attributeSelection/PermutationAttributeEval.class")
            || name.matches(".*(Test|IT)\\.class"))
        .collect(Collectors.toSet()));
  }

  @Test
  void jarRunsOnJava17() throws Exception {
    try (JarInputStream jar = jar()) {
      for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
        if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/versions/")) {
          DataInputStream header = new DataInputStream(jar);
          header.readInt();
          header.readUnsignedShort();
          assertEquals(CLASS_FILE_OF_JAVA_17, header.readUnsignedShort(), entry.getName());
        }
      }
    }
  }

  private static Set<String> entries() {
    try (ZipFile zip = new ZipFile(StockWeka.ZIP.toFile())) {
      return zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new AssertionError(StockWeka.ZIP.toString(), e);
    }
  }

  private static Set<String> topLevel() {
    return entries().stream().map(name -> name.replaceFirst("/.*", "")).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties description() throws IOException {
    Properties description = new Properties();
    description.load(new StringReader(new String(bytes("Description.props"), StandardCharsets.ISO_8859_1)));
    return description;
  }

  private static Set<String> jarEntries() throws IOException {
    Set<String> names = new TreeSet<>();
    try (JarInputStream jar = jar()) {
      for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  private static JarInputStream jar() throws IOException {
    return new JarInputStream(new ByteArrayInputStream(bytes("backprop.jar")));
  }

  private static byte[] bytes(String name) throws IOException {
    try (ZipFile zip = new ZipFile(StockWeka.ZIP.toFile())) {
      ZipEntry entry = zip.getEntry(name);
      assertNotNull(entry, name);
      return zip.getInputStream(entry).readAllBytes();
    }
  }
}
