package io.moodline.app.evaluate;

import java.util.Arrays;
import java.util.Set;

/**
 * Counts the numbers that an ONNX file has learnt: the elements of its graph's initializers, whose
 * names, types and shapes are read from the file's protocol buffers without any library. Field
 * numbers are those of onnx.proto3 (onnx.ai).
 */
final class OnnxParameters {

  private static final int MODEL_GRAPH = 7;
  private static final int GRAPH_INITIALIZER = 5;
  private static final int TENSOR_DIMS = 1;
  private static final int TENSOR_TYPE = 2;

  /**
   * FLOAT, UINT8, INT8, FLOAT16, DOUBLE, BFLOAT16: what weights are; shapes and indices are INT64.
   */
  private static final Set<Long> WEIGHT_TYPES = Set.of(1L, 2L, 3L, 10L, 11L, 16L);

  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED_32 = 5;

  private final byte[] bytes;
  private final int end;
  private int at;

  private OnnxParameters(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /**
   * The count.
   *
   * @throws IllegalArgumentException when the bytes are no protocol buffers
   */
  static long count(byte[] onnx) {
    try {
      return new OnnxParameters(onnx, 0, onnx.length).sum(MODEL_GRAPH, GRAPH_INITIALIZER);
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the ONNX file is cut short", e);
    }
  }

  /** Sums over the messages found by going down a path of field numbers. */
  private long sum(int... path) {
    if (path.length == 0) {
      return elements();
    }
    int[] rest = Arrays.copyOfRange(path, 1, path.length);
    long sum = 0;
    while (at < end) {
      long key = varint();
      if (key >>> 3 == path[0] && (key & 7) == LENGTH) {
        sum += message().sum(rest);
      } else {
        skip(key);
      }
    }
    return sum;
  }

  /** Elements of a tensor, 0 when its type is none of weights. */
  private long elements() {
    long elements = 1;
    long type = 0;
    while (at < end) {
      long key = varint();
      if (key >>> 3 == TENSOR_DIMS && (key & 7) == LENGTH) {
        OnnxParameters dims = message();
        while (dims.at < dims.end) {
          elements *= dims.varint();
        }
      } else if (key >>> 3 == TENSOR_DIMS) {
        elements *= varint();
      } else if (key >>> 3 == TENSOR_TYPE) {
        type = varint();
      } else {
        skip(key);
      }
    }
    return WEIGHT_TYPES.contains(type) ? elements : 0;
  }

  private OnnxParameters message() {
    int length = Math.toIntExact(varint());
    OnnxParameters message = new OnnxParameters(bytes, at, Math.addExact(at, length));
    at += length;
    return message;
  }

  private void skip(long key) {
    switch ((int) (key & 7)) {
      case VARINT -> varint();
      case FIXED_64 -> at += 8;
      case LENGTH -> message();
      case FIXED_32 -> at += 4;
      default ->
          throw new IllegalArgumentException("the ONNX file has a field of type " + (key & 7));
    }
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("the ONNX file has a number without an end");
  }
}
