package weka.classifiers.functions.backprop.view;

import java.awt.BorderLayout;
import java.util.ArrayList;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import weka.classifiers.evaluation.Prediction;
import weka.classifiers.functions.backprop.explain.ReliabilityBins;
import weka.core.Attribute;
import weka.gui.visualize.plugins.VisualizePlugin;

/** Adds <i>Plugins &gt; Reliability diagram</i> to the menu of the Explorer's result list, for any classifier. */
public final class ReliabilityPlugin extends WekaPlugin implements VisualizePlugin {

  /** The item for the predictions of a nominal class, or null. */
  @Override
  public JMenuItem getVisualizeMenuItem(ArrayList<Prediction> predictions, Attribute classAttribute) {
    if (predictions == null || classAttribute == null || !classAttribute.isNominal()) {
      return null;
    }
    JMenuItem item = new JMenuItem("Reliability diagram");
    item.addActionListener(event -> open(Reliability.of(predictions, classAttribute)));
    return item;
  }

  private static void open(Reliability reliability) {
    JComboBox<String> choice = new JComboBox<>(reliability.choices().toArray(String[]::new));
    choice.setName("class");
    JPanel picture = new JPanel(new BorderLayout());
    choice.addActionListener(event -> show(picture, reliability.bins(label(choice))));
    show(picture, reliability.bins(label(choice)));
    JPanel controls = new JPanel(new BorderLayout(8, 8));
    controls.add(new JLabel("Probability of"), BorderLayout.WEST);
    controls.add(choice, BorderLayout.CENTER);
    controls.add(new JLabel(reliability.scores()), BorderLayout.SOUTH);
    ChartWindow.open("reliability", "Reliability diagram", controls, picture, () -> reliability.csv(label(choice)));
  }

  private static int label(JComboBox<String> choice) {
    return choice.getSelectedIndex() + Reliability.PREDICTED_CLASS;
  }

  private static void show(JComponent picture, ReliabilityBins bins) {
    ReliabilityChart chart = new ReliabilityChart(bins, ChartTheme.ofLookAndFeel());
    picture.removeAll();
    picture.add(ChartWindow.withToolTips(chart.diagram("")), BorderLayout.CENTER);
    picture.add(ChartWindow.withToolTips(chart.histogram()), BorderLayout.SOUTH);
    picture.revalidate();
    picture.repaint();
  }
}
