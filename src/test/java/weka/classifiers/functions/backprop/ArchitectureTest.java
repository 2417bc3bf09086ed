package weka.classifiers.functions.backprop;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeJars;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.text.DecimalFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.util.Formatter;
import java.util.List;

/** Data flow one way through the rooms of the house, and no arrow points upwards. */
@AnalyzeClasses(packages = {"weka.classifiers.functions", "weka.attributeSelection"},
    importOptions = {DoNotIncludeTests.class, DoNotIncludeJars.class})
class ArchitectureTest {

  /** Weka's jar has this package too, but only our classes are read. */
  private static final String SCHEMES = "weka.classifiers.functions";
  private static final String HOUSE = "weka.classifiers.functions.backprop";
  private static final String KERNEL = HOUSE + ".kernel..";
  private static final String NETWORK = HOUSE + ".network..";
  private static final String TRAIN = HOUSE + ".train..";
  private static final String ENCODE = HOUSE + ".encode..";
  private static final String VIEW = HOUSE + ".view..";

  /** The rooms from top to bottom. */
  private static final List<String> ROOMS = List.of(SCHEMES, HOUSE, HOUSE + ".options..", HOUSE + ".session..",
      HOUSE + ".stream..", VIEW, HOUSE + ".export..", HOUSE + ".explain..", HOUSE + ".model..", ENCODE, TRAIN, NETWORK,
      KERNEL);

  @ArchTest
  static final ArchRule kernelStandsOnTheJdkAlone =
      engineRoom(KERNEL, "jdk.incubator.vector..", "com.sun.management..");

  @ArchTest
  static final ArchRule networkStandsOnKernel = engineRoom(NETWORK, KERNEL);

  @ArchTest
  static final ArchRule trainStandsOnNetworkAndKernel = engineRoom(TRAIN, NETWORK, KERNEL);

  @ArchTest
  static final ArchRule encodeDoesNotKnowHowItsRowsAreUsed = noClasses().that().resideInAPackage(ENCODE)
      .should().dependOnClassesThat().resideInAnyPackage(TRAIN);

  @ArchTest
  static final ArchRule exportsNeedNoWindows = noClasses().that().resideInAPackage(HOUSE + ".export..")
      .should().dependOnClassesThat().resideInAnyPackage(VIEW);

  @ArchTest
  static void noRoomDependsOnOneAbove(JavaClasses classes) {
    for (int room = 1; room < ROOMS.size(); room++) {
      noClasses().that().resideInAPackage(ROOMS.get(room)).should().dependOnClassesThat()
          .resideInAnyPackage(ROOMS.subList(0, room).toArray(String[]::new)).check(classes);
    }
  }

  /** So that a model trains, and is saved and read, where there are neither windows nor the plotting library. */
  @ArchTest
  static final ArchRule viewAloneKnowsWindowsAndPictures = noClasses().that().resideOutsideOfPackage(VIEW)
      .should().dependOnClassesThat().resideInAnyPackage("java.awt..", "org.knowm..")
      .orShould().dependOnClassesThat().areAssignableTo(javax.swing.JComponent.class);

  /** They link only where the JVM was started with the module, so one of them alone is named, and that as text. */
  @ArchTest
  static final ArchRule theVectorKernelAloneTouchesTheVectorApi = noClasses()
      .that().haveNameNotMatching(".*\\.kernel\\.Vector(Kernel|Affine|Gradient|NarrowGradient)")
      .should().dependOnClassesThat().resideInAPackage("jdk.incubator..")
      .orShould().dependOnClassesThat().haveNameMatching(".*\\.kernel\\.Vector(Kernel|Affine|Gradient|NarrowGradient)");

  @ArchTest
  static final ArchRule networkKnowsNoThreads = noClasses().that().resideInAPackage(NETWORK)
      .should().dependOnClassesThat().areAssignableTo(Thread.class)
      .orShould().dependOnClassesThat().resideInAPackage("java.util.concurrent..");

  /** The compiler's own number changes with the class, so that saved models could not be read any more. */
  @ArchTest
  static final ArchRule whatIsSavedStatesItsVersion = classes().that().areAssignableTo(Serializable.class)
      .and().areNotAssignableTo(Enum.class).and().areNotInterfaces()
      .should(ArchCondition.from(describe("declare a serialVersionUID",
          type -> type.tryGetField("serialVersionUID").isPresent())));

  /** In the digits and with the decimal point that readers of files, compilers and Weka expect, whatever the user's. */
  @ArchTest
  static final ArchRule nothingIsFormattedInTheUsersLocale = noClasses()
      .should().callMethod(String.class, "format", String.class, Object[].class)
      .orShould().callMethod(String.class, "formatted", Object[].class)
      .orShould().callMethod(String.class, "toLowerCase").orShould().callMethod(String.class, "toUpperCase")
      .orShould().callMethod(PrintStream.class, "printf", String.class, Object[].class)
      .orShould().callMethod(PrintStream.class, "format", String.class, Object[].class)
      .orShould().callMethod(PrintWriter.class, "printf", String.class, Object[].class)
      .orShould().callMethod(PrintWriter.class, "format", String.class, Object[].class)
      .orShould().callMethod(MessageFormat.class, "format", String.class, Object[].class)
      .orShould().callConstructor(Formatter.class).orShould().callConstructor(Formatter.class, Appendable.class)
      .orShould().callConstructor(DecimalFormat.class).orShould().callConstructor(DecimalFormat.class, String.class)
      .orShould().callConstructor(SimpleDateFormat.class, String.class)
      .orShould().callMethodWhere(describe("take the locale of a NumberFormat from the JVM", call ->
          call.getTargetOwner().isEquivalentTo(NumberFormat.class) && call.getName().endsWith("Instance")
              && call.getTarget().getRawParameterTypes().isEmpty()));

  @ArchTest
  static final ArchRule packagesFormNoCycles = slices().matching("weka.classifiers.(**)")
      .should().beFreeOfCycles();

  /** A room that stands on Java and what is given, and knows nothing of Weka. */
  private static ArchRule engineRoom(String room, String... below) {
    return classes().that().resideInAPackage(room).should().onlyDependOnClassesThat(
        resideInAPackage("java..").or(resideInAPackage(room)).or(resideInAnyPackage(below)));
  }
}
