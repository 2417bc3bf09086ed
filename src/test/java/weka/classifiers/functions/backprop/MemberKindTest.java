package weka.classifiers.functions.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.backprop.encode.Holdout;
import weka.classifiers.functions.backprop.encode.HoldoutStrategy;
import weka.classifiers.functions.backprop.encode.InputEncoder;
import weka.classifiers.functions.backprop.encode.InputEncoding;
import weka.classifiers.functions.backprop.encode.InputScaling;
import weka.classifiers.functions.backprop.encode.StatisticsScan;
import weka.classifiers.functions.backprop.model.Member;
import weka.classifiers.functions.backprop.model.MemberKind;
import weka.core.Instances;

/** How the networks of a committee differ. */
class MemberKindTest {

  private static List<Member> members(String options, Instances data) throws Exception {
    return Schemes.built(Schemes.classifier(options + " -N 4 -H 5"), data).model().members();
  }

  @Test
  void networksDifferInKindAndSeed() throws Exception {
    List<Member> members = members("-K 6", DataSets.iris());
    assertEquals(List.of(MemberKind.SMOOTH, MemberKind.PIECEWISE, MemberKind.STEPWISE, MemberKind.LINEAR,
        MemberKind.SMOOTH, MemberKind.PIECEWISE), members.stream().map(Member::kind).toList());
    for (Member member : members) {
      assertEquals(member.kind().activation(), member.network().layers().get(0).activation());
      assertEquals(member.kind() == MemberKind.LINEAR ? 1 : 2, member.network().layers().size());
      int width = member.encoding().inputs().width();
      switch (member.kind()) {
        case SMOOTH, LINEAR -> assertEquals(4, width);
        case PIECEWISE -> assertEquals(4 + 4 * 8, width);
        case STEPWISE -> assertTrue(width > 4 && width <= 4 + 4 * 7, () -> "inputs " + width);
      }
    }
    assertEquals(6, members.stream().map(member -> Arrays.deepToString(member.network().outputLayer().parameters()))
        .distinct().count());
  }

  /** Steps depend on class values, so those that a network holds out must not be among them. */
  @Test
  void stepsDoNotKnowWhatIsHeldOut() throws Exception {
    Instances data = DataSets.iris();
    List<Member> members = members("-K 7", data);
    List<Holdout> folds = Holdout.folds(data, 5, 2, HoldoutStrategy.RANDOM, 1);
    for (int group = 0; group < 2; group++) {
      InputEncoder expected = InputEncoder.fit(StatisticsScan.of(data, data, 1), folds.get(group).training(),
          new InputEncoding(InputScaling.STANDARDIZE, 0, 7));
      Member member = members.get(4 * group + 2);
      assertArrayEquals(expected.encode(data), member.encoding().inputs().encode(data));
    }
  }

  /** Pieces depend on no class value, so one encoding serves all networks of the kind. */
  @Test
  void networksWithTheSameInputsShareTheirEncoder() throws Exception {
    List<Member> members = members("-K 7", DataSets.iris());
    assertSame(members.get(0).encoding(), members.get(3).encoding());
    assertSame(members.get(0).encoding(), members.get(4).encoding());
    assertSame(members.get(1).encoding(), members.get(5).encoding());
    assertNotSame(members.get(2).encoding(), members.get(6).encoding());
  }

  /** So rows are encoded once, and exports write their inputs once. */
  @Test
  void whereThereAreNoRampsAllShareAnEncoder() throws Exception {
    Instances data = DataSets.of("a {x, y}; c {0, 1}", "x,0", "y,1", "x,0", "y,1", "x,1", "y,0", "x,0", "y,1");
    List<Member> members = members("-K 6", data);
    for (Member member : members) {
      assertSame(members.get(0).encoding(), member.encoding());
    }
  }

  @Test
  void piecesAndStepsThatAreChosenAreThoseOfAll() throws Exception {
    for (Member member : members("-K 3 -pieces 2 -steps 0", DataSets.iris())) {
      assertEquals(4 + 4 * 2, member.encoding().inputs().width());
    }
  }

  @Test
  void anActivationThatIsChosenIsThatOfAll() throws Exception {
    for (Member member : members("-K 2 -F SIGMOID", DataSets.iris())) {
      assertEquals("SIGMOID", member.network().layers().get(0).activation().name());
    }
  }
}
