package weka.classifiers.functions.backprop.export;

import java.io.StringWriter;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** An XML document, written element by element, by the JDK's serializer. */
final class XmlElements {

  private final StringWriter text = new StringWriter();
  private final TransformerHandler out;

  /** Begins a document. */
  XmlElements() {
    try {
      out = ((SAXTransformerFactory) TransformerFactory.newInstance()).newTransformerHandler();
      out.getTransformer().setOutputProperty(OutputKeys.INDENT, "yes");
      out.getTransformer().setOutputProperty(OutputKeys.STANDALONE, "yes");
      out.setResult(new StreamResult(text));
      out.startDocument();
    } catch (TransformerConfigurationException | SAXException e) {
      throw failure(e);
    }
  }

  /** Ends the document and returns it. */
  String document() {
    try {
      out.endDocument();
    } catch (SAXException e) {
      throw failure(e);
    }
    return text.toString();
  }

  /**
   * An element, and in it what is written by {@code children}.
   *
   * @param attributes names and values by turns
   */
  void element(String name, Runnable children, String... attributes) {
    AttributesImpl list = new AttributesImpl();
    for (int k = 0; k < attributes.length; k += 2) {
      list.addAttribute("", attributes[k], attributes[k], "CDATA", legal(attributes[k + 1]));
    }
    try {
      out.startElement("", name, name, list);
      children.run();
      out.endElement("", name, name);
    } catch (SAXException e) {
      throw failure(e);
    }
  }

  /** An element without children. */
  void element(String name, String... attributes) {
    element(name, () -> { }, attributes);
  }

  private static String legal(String value) {
    if (value.chars().anyMatch(c -> c < ' ' && "\t\n\r".indexOf(c) < 0 || c > 0xFFFD)) {
      throw new IllegalArgumentException("'" + value + "' holds a character that XML has no way to write.");
    }
    return value;
  }

  private static IllegalStateException failure(Exception e) {
    return new IllegalStateException("The model can't be written as XML: " + e.getMessage(), e);
  }
}
