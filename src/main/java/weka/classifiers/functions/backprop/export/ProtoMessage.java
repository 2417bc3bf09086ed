package weka.classifiers.functions.backprop.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A protobuf message, written field by field: a key made of the field's number and the kind of its value, then the
 * value. The numbers are those of the schema, see {@link OnnxField}. The protobuf library would add ten times the size
 * of this package for these few lines.
 */
final class ProtoMessage {

  /** Kind of a value of variable length, seven bits a byte. */
  private static final int VARINT = 0;
  /** Kind of a value that stands behind its length. */
  private static final int LENGTH_DELIMITED = 2;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Adds a whole number or an enum constant. */
  ProtoMessage with(OnnxField field, long value) {
    key(field, VARINT);
    varint(value);
    return this;
  }

  ProtoMessage with(OnnxField field, String value) {
    return with(field, value.getBytes(StandardCharsets.UTF_8));
  }

  ProtoMessage with(OnnxField field, ProtoMessage value) {
    return with(field, value.toByteArray());
  }

  ProtoMessage with(OnnxField field, byte[] value) {
    key(field, LENGTH_DELIMITED);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  private void key(OnnxField field, int kind) {
    varint((long) field.number() << 3 | kind);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
