package weka.classifiers.functions.backprop.streams;

import com.yahoo.labs.samoa.instances.SamoaToWekaInstanceConverter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import moa.streams.generators.AgrawalGenerator;
import moa.streams.generators.HyperplaneGenerator;
import moa.streams.generators.LEDGenerator;
import moa.streams.generators.RandomRBFGenerator;
import moa.streams.generators.RandomRBFGeneratorDrift;
import moa.streams.generators.RandomTreeGenerator;
import moa.streams.generators.SEAGenerator;
import moa.streams.generators.WaveformGenerator;
import moa.options.AbstractOptionHandler;
import moa.streams.InstanceStream;
import weka.core.Instance;
import weka.core.Instances;

/** Streams of MOA's generators. */
final class Streams {

  private Streams() {
  }

  /** What draws each stream, by name. */
  static Map<String, Supplier<InstanceStream>> all() {
    Map<String, Supplier<InstanceStream>> streams = new LinkedHashMap<>();
    streams.put("RandomRBF", () -> prepared(new RandomRBFGenerator(), ""));
    streams.put("RandomRBF, drifting", () -> prepared(new RandomRBFGeneratorDrift(), "-s 0.0001 -k 50 -c 4"));
    streams.put("RandomTree", () -> prepared(new RandomTreeGenerator(), ""));
    streams.put("Agrawal, function 5", () -> prepared(new AgrawalGenerator(), "-f 5"));
    streams.put("LED", () -> prepared(new LEDGenerator(), ""));
    streams.put("Waveform", () -> prepared(new WaveformGenerator(), "-n"));
    streams.put("SEA", () -> prepared(new SEAGenerator(), ""));
    streams.put("Hyperplane", () -> prepared(new HyperplaneGenerator(), ""));
    streams.put("Hyperplane, drifting", () -> prepared(new HyperplaneGenerator(), "-k 10 -t 0.001"));
    return streams;
  }

  private static <T extends AbstractOptionHandler & InstanceStream> InstanceStream prepared(T stream,
      String options) {
    stream.getOptions().setViaCLIString(options);
    stream.prepareForUse();
    return stream;
  }

  /** The next instances of a stream, as Weka's. */
  static Instances draw(InstanceStream stream, int count) {
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
  }
}
