package weka.classifiers.functions.backprop.streams;

import com.yahoo.labs.samoa.instances.SamoaToWekaInstanceConverter;
import java.util.LinkedHashMap;
import java.util.Map;
import moa.options.AbstractOptionHandler;
import moa.streams.InstanceStream;
import moa.streams.generators.AgrawalGenerator;
import moa.streams.generators.HyperplaneGenerator;
import moa.streams.generators.LEDGenerator;
import moa.streams.generators.RandomRBFGenerator;
import moa.streams.generators.RandomRBFGeneratorDrift;
import moa.streams.generators.RandomTreeGenerator;
import moa.streams.generators.SEAGenerator;
import moa.streams.generators.WaveformGenerator;
import weka.core.Instance;
import weka.core.Instances;
import weka.datagenerators.classifiers.classification.Agrawal;
import weka.datagenerators.classifiers.classification.LED24;
import weka.datagenerators.classifiers.classification.RandomRBF;

/** Streams of MOA's generators with their defaults unless the name says otherwise, and of Weka's. */
final class Streams {

  /** Draws a number of instances. */
  @FunctionalInterface
  interface Source {

    /** The first instances of the stream. */
    Instances draw(int count) throws Exception;
  }

  private Streams() {
  }

  /** What doesn't change in time, by name. */
  static Map<String, Source> stationary() {
    Map<String, Source> streams = new LinkedHashMap<>();
    streams.put("RandomRBF", moa(new RandomRBFGenerator(), ""));
    streams.put("RandomTree", moa(new RandomTreeGenerator(), ""));
    streams.put("Agrawal", moa(new AgrawalGenerator(), ""));
    streams.put("Agrawal, function 5", moa(new AgrawalGenerator(), "-f 5"));
    streams.put("LED", moa(new LEDGenerator(), ""));
    streams.put("Waveform", moa(new WaveformGenerator(), ""));
    streams.put("SEA", moa(new SEAGenerator(), ""));
    streams.put("Hyperplane", moa(new HyperplaneGenerator(), ""));
    streams.put("Weka's RandomRBF", count -> {
      RandomRBF generator = new RandomRBF();
      generator.setNumExamples(count);
      return weka(generator);
    });
    streams.put("Weka's Agrawal", count -> {
      Agrawal generator = new Agrawal();
      generator.setNumExamples(count);
      return weka(generator);
    });
    streams.put("Weka's LED24", count -> {
      LED24 generator = new LED24();
      generator.setNumExamples(count);
      return weka(generator);
    });
    return streams;
  }

  /** What drifts, by name. */
  static Map<String, Source> drifting() {
    Map<String, Source> streams = new LinkedHashMap<>();
    streams.put("RandomRBF, all 50 centroids moving (-c 4 -s 0.0001)",
        moa(new RandomRBFGeneratorDrift(), "-s 0.0001 -k 50 -c 4"));
    streams.put("Hyperplane, all 10 weights moving (-t 0.001)", moa(new HyperplaneGenerator(), "-k 10 -t 0.001"));
    return streams;
  }

  private static <T extends AbstractOptionHandler & InstanceStream> Source moa(T stream, String options) {
    return count -> {
      stream.getOptions().setViaCLIString(options);
      stream.prepareForUse();
      SamoaToWekaInstanceConverter converter = new SamoaToWekaInstanceConverter();
      Instances drawn = null;
      for (int k = 0; k < count; k++) {
        Instance instance = converter.wekaInstance(stream.nextInstance().getData());
        if (drawn == null) {
          drawn = new Instances(instance.dataset(), count);
        }
        drawn.add(instance);
      }
      return drawn;
    };
  }

  private static Instances weka(weka.datagenerators.DataGenerator generator) throws Exception {
    generator.setDatasetFormat(generator.defineDataFormat());
    Instances drawn = generator.generateExamples();
    drawn.setClassIndex(drawn.numAttributes() - 1);
    return drawn;
  }
}
