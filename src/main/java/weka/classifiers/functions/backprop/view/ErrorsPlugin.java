package weka.classifiers.functions.backprop.view;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.Collections;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;
import weka.core.Instance;
import weka.core.Instances;
import weka.gui.visualize.plugins.ErrorVisualizePlugin;

/**
 * Adds <i>Plugins &gt; Confusion heat map</i> to the menu of the Explorer's result list, or <i>Predicted against
 * actual</i> for a numeric class; for any classifier.
 */
public final class ErrorsPlugin extends WekaPlugin implements ErrorVisualizePlugin {

  /** Instances that a table shows at most. */
  private static final int MOST_ROWS = 10_000;
  private static final int COLUMN = 110;

  @Override
  public JMenuItem getVisualizeMenuItem(Instances predicted) {
    boolean nominal = predicted.classAttribute().isNominal();
    JMenuItem item = new JMenuItem(nominal ? "Confusion heat map" : "Predicted against actual");
    item.addActionListener(event -> {
      if (nominal) {
        open(Confusion.of(predicted));
      } else {
        open(Residuals.of(predicted));
      }
    });
    return item;
  }

  private static void open(Confusion confusion) {
    HeatMap map = new HeatMap(confusion.cells(), ChartTheme.ofLookAndFeel(), (actual, prediction) ->
        list(confusion.instances(actual, prediction), confusion.describe(actual, prediction)));
    ChartWindow.open("confusion", "Confusion heat map", top(confusion.summary()), map, confusion::csv);
  }

  private static void open(Residuals residuals) {
    ChartTheme theme = ChartTheme.ofLookAndFeel();
    JPanel picture = new JPanel(new BorderLayout());
    picture.add(ChartWindow.withToolTips(residuals.diagram(theme)), BorderLayout.CENTER);
    picture.add(ChartWindow.withToolTips(residuals.residualDiagram(theme)), BorderLayout.SOUTH);
    ChartWindow.open("residuals", "Predicted against actual", top(residuals.summary()), picture, residuals::csv);
  }

  private static JPanel top(String text) {
    JPanel top = new JPanel(new BorderLayout());
    top.add(new JLabel(text), BorderLayout.CENTER);
    return top;
  }

  private static void list(Instances instances, String title) {
    JTable table = new JTable(model(instances));
    table.setName("instances");
    table.setAutoCreateRowSorter(true);
    table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
    Collections.list(table.getColumnModel().getColumns()).forEach(column -> column.setPreferredWidth(COLUMN));
    JScrollPane scroll = new JScrollPane(table);
    scroll.setPreferredSize(new Dimension(760, 320));
    ChartWindow.open("instances", title, null, scroll, () -> csv(instances));
  }

  private static DefaultTableModel model(Instances instances) {
    DefaultTableModel model = new DefaultTableModel(names(instances), 0);
    instances.stream().limit(MOST_ROWS).forEach(instance -> model.addRow(row(instance)));
    return model;
  }

  private static Object[] names(Instances instances) {
    Object[] names = new Object[instances.numAttributes()];
    for (int a = 0; a < names.length; a++) {
      names[a] = instances.attribute(a).name();
    }
    return names;
  }

  private static Object[] row(Instance instance) {
    Object[] row = new Object[instance.numAttributes()];
    for (int a = 0; a < row.length; a++) {
      row[a] = cell(instance, a);
    }
    return row;
  }

  /** Numbers stay numbers, so that they are sorted as such. */
  private static Object cell(Instance instance, int attribute) {
    if (instance.isMissing(attribute)) {
      return null;
    }
    if (instance.attribute(attribute).isDate()) {
      return instance.attribute(attribute).formatDate(instance.value(attribute));
    }
    if (instance.attribute(attribute).isNumeric()) {
      return instance.value(attribute);
    }
    return instance.stringValue(attribute);
  }

  private static String csv(Instances instances) {
    Csv csv = new Csv(names(instances));
    instances.forEach(instance -> csv.row(row(instance)));
    return csv.toString();
  }
}
