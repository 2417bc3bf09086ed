package weka.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation. */
public final class Markdown {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\n(.*?)^ *```$");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\(([^)]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  private final Path file;
  private final String text;

  private Markdown(Path file) throws IOException {
    this.file = file;
    text = Files.readString(file);
  }

  /** The README and what is in src/docs. */
  public static List<Markdown> pages() throws IOException {
    List<Markdown> pages = new ArrayList<>(List.of(new Markdown(Path.of("README.md"))));
    try (Stream<Path> files = Files.list(Path.of("src/docs"))) {
      for (Path path : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        pages.add(new Markdown(path));
      }
    }
    return pages;
  }

  /** A link's text and where it leads: a file, relative to the page, or an address. */
  public record Link(String text, String target) {
  }

  /** All links and pictures. */
  public List<Link> links() {
    return LINK.matcher(text).results().map(match -> new Link(match.group(1), match.group(2))).toList();
  }

  /** The file that a link leads to; this one if it leads to a heading of the page. */
  public Path resolve(String target) {
    String name = target.replaceFirst("#.*", "");
    return name.isEmpty() ? file : file.resolveSibling(name).normalize();
  }

  /** The anchors of all headings, as GitHub names them. */
  public List<String> anchors() {
    return HEADING.matcher(BLOCK.matcher(text).replaceAll("")).results().map(match -> match.group(1))
        .map(title -> title.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-')).toList();
  }

  /** The languages of all blocks of code. */
  public List<String> languages() {
    return BLOCK.matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** The blocks of code in a language. */
  public List<String> blocks(String language) {
    return BLOCK.matcher(text).results().filter(match -> match.group(1).equals(language))
        .map(match -> match.group(2)).toList();
  }

  /** The commands in all blocks for a shell, each on one line. */
  public List<String> commands() {
    return blocks("sh").stream().flatMap(block -> block.replaceAll("\\\\\n\\s*", "").lines()).map(String::strip)
        .toList();
  }

  /** The cells of a table's rows, below a heading and without the first line. */
  public List<List<String>> table(String heading) {
    Matcher matcher = Pattern.compile("(?ms)^## " + heading + "\n.*?\n\\|[-| ]+\\|\n((\\|.*?\n)+)").matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no table below " + heading);
    }
    return matcher.group(1).lines()
        .map(row -> Stream.of(row.split("(?<!\\\\)\\|")).map(String::strip).skip(1).collect(Collectors.toList()))
        .toList();
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
