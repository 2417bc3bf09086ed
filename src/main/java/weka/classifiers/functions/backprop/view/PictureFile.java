package weka.classifiers.functions.backprop.view;

import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.image.BufferedImage;
import java.awt.print.PageFormat;
import java.awt.print.Printable;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

/** A picture or a text on its way out of a window: into a file, onto the clipboard, or to the printer. */
final class PictureFile {

  /** Pixels of the file for one on the screen, so that it can be printed. */
  private static final int SCALE = 2;

  private PictureFile() {
  }

  /**
   * A kind of file.
   *
   * @param extension added to a name without it
   * @param name for people
   */
  record Kind(String extension, String name, Writer writer) {

    FileNameExtensionFilter filter() {
      return new FileNameExtensionFilter(name + " (*." + extension + ")", extension);
    }
  }

  /** What writes a file. */
  @FunctionalInterface
  interface Writer {

    /** Writes the file; one that exists is replaced. */
    void write(File file) throws Exception;
  }

  /** Asks for a file, and saves what a component shows as PNG. */
  static void savePng(JComponent component, String name) {
    save(component, name, "png", "PNG picture", file -> {
      if (!ImageIO.write(image(component, SCALE), "png", file)) {
        throw new IOException("Java has no writer for PNG.");
      }
    });
  }

  /** Asks for a file, and saves a text. */
  static void saveText(Component parent, String text, String name, String extension, String kind) {
    save(parent, name, extension, kind, file -> Files.writeString(file.toPath(), text));
  }

  private static void save(Component parent, String name, String extension, String kind, Writer writer) {
    save(parent, "Save as " + kind, name, List.of(new Kind(extension, kind, writer)));
  }

  /**
   * Asks for a file of one of several kinds, and for leave to replace one that exists, and writes it. If that fails, a
   * message says why.
   *
   * @param name of the file that is proposed, without its extension
   * @param kinds the first of which is selected
   */
  static void save(Component parent, String title, String name, List<Kind> kinds) {
    JFileChooser files = new JFileChooser();
    files.setDialogTitle(title);
    files.setAcceptAllFileFilterUsed(false);
    kinds.forEach(kind -> files.addChoosableFileFilter(kind.filter()));
    files.setFileFilter(files.getChoosableFileFilters()[0]);
    files.setSelectedFile(new File(name));
    if (files.showSaveDialog(parent) != JFileChooser.APPROVE_OPTION) {
      return;
    }
    Kind kind = kinds.get(Arrays.asList(files.getChoosableFileFilters()).indexOf(files.getFileFilter()));
    File file = withExtension(files.getSelectedFile(), kind.extension);
    if (file.exists() && JOptionPane.showConfirmDialog(parent, file.getName() + " exists. Replace it?",
        files.getDialogTitle(), JOptionPane.YES_NO_OPTION) != JOptionPane.YES_OPTION) {
      return;
    }
    try {
      kind.writer.write(file);
    } catch (Exception e) {
      JOptionPane.showMessageDialog(parent, Messages.wrap(file + " can't be written: " + e.getMessage()),
          files.getDialogTitle(), JOptionPane.ERROR_MESSAGE);
    }
  }

  static File withExtension(File file, String extension) {
    return file.getName().toLowerCase(Locale.ROOT).endsWith("." + extension) ? file
        : new File(file.getPath() + "." + extension);
  }

  /** What a component shows, in so many pixels for each of its own. */
  static BufferedImage image(JComponent component, int scale) {
    BufferedImage image = new BufferedImage(Math.max(1, scale * component.getWidth()),
        Math.max(1, scale * component.getHeight()), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(scale, scale);
    component.printAll(graphics);
    graphics.dispose();
    return image;
  }

  /** Copies what a component shows to the clipboard. */
  static void copy(JComponent component) {
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new ImageContents(image(component, SCALE)), null);
  }

  /** Asks for a printer, and prints what a component shows, as large as fits on a page. */
  static void print(JComponent component, String name) {
    PrinterJob job = PrinterJob.getPrinterJob();
    job.setJobName(name);
    job.setPrintable((graphics, page, index) -> page(component, (Graphics2D) graphics, page, index));
    try {
      if (job.printDialog()) {
        job.print();
      }
    } catch (PrinterException e) {
      JOptionPane.showMessageDialog(component, Messages.wrap("Printing failed: " + e.getMessage()), "Print",
          JOptionPane.ERROR_MESSAGE);
    }
  }

  private static int page(JComponent component, Graphics2D graphics, PageFormat page, int index) {
    if (index > 0) {
      return Printable.NO_SUCH_PAGE;
    }
    double scale = Math.min(page.getImageableWidth() / component.getWidth(),
        page.getImageableHeight() / component.getHeight());
    graphics.translate(page.getImageableX(), page.getImageableY());
    graphics.scale(scale, scale);
    component.printAll(graphics);
    return Printable.PAGE_EXISTS;
  }

  private record ImageContents(BufferedImage image) implements Transferable {

    @Override
    public DataFlavor[] getTransferDataFlavors() {
      return new DataFlavor[] {DataFlavor.imageFlavor};
    }

    @Override
    public boolean isDataFlavorSupported(DataFlavor flavor) {
      return DataFlavor.imageFlavor.equals(flavor);
    }

    @Override
    public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
      if (!isDataFlavorSupported(flavor)) {
        throw new UnsupportedFlavorException(flavor);
      }
      return image;
    }
  }
}
