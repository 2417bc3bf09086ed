package weka.classifiers.functions.backprop.view;

import java.io.IOException;
import java.io.StringReader;
import javax.swing.JMenuItem;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import weka.classifiers.functions.backprop.train.History;
import weka.gui.visualize.plugins.GraphVisualizePlugin;

/**
 * Adds <i>Plugins &gt; Learning curve</i> to the menu of the Explorer's result list. Weka gives a plugin nothing of the
 * model but its graph, so the curve travels as a property of the graph's network.
 */
public final class LearningCurvePlugin extends WekaPlugin implements GraphVisualizePlugin {

  /** The item for a graph, or null if it has no learning curve. */
  @Override
  public JMenuItem getVisualizeMenuItem(String bif, String name) {
    String csv = csv(bif);
    if (csv == null) {
      return null;
    }
    JMenuItem item = new JMenuItem("Learning curve");
    item.addActionListener(event -> CurveWindow.open(LearningCurve.parse(csv), name));
    return item;
  }

  /** The history of training that a graph carries; null if there is none. */
  static String csv(String bif) {
    // Other schemes' graphs needn't be read at all.
    if (!bif.contains(History.CSV_HEADER)) {
      return null;
    }
    try {
      NodeList properties = DocumentBuilderFactory.newInstance().newDocumentBuilder()
          .parse(new InputSource(new StringReader(bif))).getElementsByTagName("PROPERTY");
      for (int i = 0; i < properties.getLength(); i++) {
        String text = properties.item(i).getTextContent();
        if (text.startsWith(History.CSV_HEADER)) {
          return text;
        }
      }
      return null;
    } catch (ParserConfigurationException | SAXException | IOException e) {
      // Weka would show no menu at all.
      return null;
    }
  }
}
