package weka.classifiers.functions.backprop.view;

import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JMenuItem;
import weka.classifiers.functions.backprop.export.ExportFormat;
import weka.classifiers.functions.backprop.model.ModelSource;
import weka.core.WekaException;
import weka.gui.visualize.plugins.GraphVisualizePlugin;

/** Adds <i>Plugins &gt; Export model...</i> to the menu of the Explorer's result list, for our schemes. */
public final class ExportPlugin extends WekaPlugin implements GraphVisualizePlugin {

  @Override
  public JMenuItem getVisualizeMenuItem(String bif, String name) {
    return ResultList.find(name, ModelSource.class).map(ExportPlugin::item).orElse(null);
  }

  private static JMenuItem item(ModelSource source) {
    JMenuItem item = new JMenuItem("Export model...");
    item.addActionListener(event -> {
      List<PictureFile.Kind> kinds = Stream.of(ExportFormat.values()).map(format -> kind(format, source)).toList();
      PictureFile.save(null, "Export model", "Model", kinds);
    });
    return item;
  }

  private static PictureFile.Kind kind(ExportFormat format, ModelSource source) {
    String name = switch (format) {
      case JAVA -> "Java source code";
      case PMML -> "PMML document";
      case ONNX -> "ONNX model";
      case CSV -> "CSV file of the training's history";
    };
    return new PictureFile.Kind(format.name().toLowerCase(Locale.ROOT), name, file -> write(format, source, file));
  }

  /** Writes the file; a Java class is named after it. */
  static void write(ExportFormat format, ModelSource source, File file) throws Exception {
    String className = file.getName().replaceFirst("\\.[^.]*$", "");
    if (format == ExportFormat.JAVA && !className.matches("[A-Za-z_$][\\w$]*")) {
      throw new WekaException("The file must be named after a Java class, such as Model.java.");
    }
    Files.write(file.toPath(), format.write(source.model(), className));
  }
}
