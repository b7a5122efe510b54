package io.moodline.trainer.facebasis;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.facebasis.FaceBasis.ClassMean;
import io.moodline.trainer.facebasis.FaceBasis.Component;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * The file of a {@link FaceBasis}, gzip around, big endian: {@code MLFB}, version (byte), size
 * (byte), the notes (count as a short, then pairs of modified UTF-8), the mean, the class means
 * (count; for each name, faces as an int, least votes as a byte, picture), the components (count;
 * for each symmetric as a boolean, deviation as a float, picture). A picture is its largest value
 * by amount (float) and a signed byte for each pixel, 127 for that value.
 */
public final class FaceBasisFile {

  private static final int MAGIC = 0x4d4c4642; // "MLFB"
  private static final int VERSION = 1;
  private static final int PIXELS = FaceBasis.SIZE * FaceBasis.SIZE;
  private static final int STEPS = 127;

  private FaceBasisFile() {}

  /** Writes a basis; pictures lose what a byte a pixel cannot hold. */
  public static void write(FaceBasis basis, OutputStream to) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
      out.writeInt(MAGIC);
      out.writeByte(VERSION);
      out.writeByte(FaceBasis.SIZE);
      out.writeShort(basis.made().size());
      for (Map.Entry<String, String> note : basis.made().entrySet()) {
        out.writeUTF(note.getKey());
        out.writeUTF(note.getValue());
      }
      writePicture(basis.mean(), out);
      writeClassMeans(basis.classMeans(), out);
      out.writeByte(basis.components().size());
      for (Component component : basis.components()) {
        out.writeBoolean(component.symmetric());
        out.writeFloat((float) component.deviation());
        writePicture(component.direction(), out);
      }
    }
  }

  private static void writeClassMeans(Map<Emotion, ClassMean> classMeans, DataOutputStream out)
      throws IOException {
    out.writeByte(classMeans.size());
    for (Map.Entry<Emotion, ClassMean> entry : new EnumMap<>(classMeans).entrySet()) {
      out.writeUTF(entry.getKey().name());
      out.writeInt(entry.getValue().faces());
      out.writeByte(entry.getValue().minVotes());
      writePicture(entry.getValue().face(), out);
    }
  }

  private static void writePicture(float[] picture, DataOutputStream out) throws IOException {
    float largest = Float.MIN_NORMAL;
    for (float value : picture) {
      largest = Math.max(largest, Math.abs(value));
    }
    out.writeFloat(largest);
    for (float value : picture) {
      out.writeByte(Math.round(STEPS * value / largest));
    }
  }

  /**
   * Reads a basis.
   *
   * @param name what to call the file in messages
   * @throws IOException when it is no such file, damaged, cut short, or of another version; the
   *     message says which
   */
  public static FaceBasis read(String name, InputStream from) throws IOException {
    try (DataInputStream in = new DataInputStream(new GZIPInputStream(from))) {
      FaceBasis basis = readBasis(in);
      if (in.read() != -1) {
        throw new IOException("there is more than it says");
      }
      return basis;
    } catch (EOFException e) {
      throw new IOException(name + " is no usable face basis: it is cut short", e);
    } catch (ZipException e) {
      throw new IOException(name + " is no usable face basis: it is damaged: " + e.getMessage(), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(name + " is no usable face basis: " + e.getMessage(), e);
    }
  }

  private static FaceBasis readBasis(DataInputStream in) throws IOException {
    require("its first bytes", in.readInt(), MAGIC);
    require("its version", in.readByte(), VERSION);
    require("its picture size", in.readByte(), FaceBasis.SIZE);
    Map<String, String> made = new LinkedHashMap<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      made.put(in.readUTF(), in.readUTF());
    }
    return new FaceBasis(made, readPicture(in), readClassMeans(in), readComponents(in));
  }

  private static Map<Emotion, ClassMean> readClassMeans(DataInputStream in) throws IOException {
    Map<Emotion, ClassMean> classMeans = new EnumMap<>(Emotion.class);
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      classMeans.put(
          Emotion.valueOf(in.readUTF()),
          new ClassMean(in.readInt(), in.readByte(), readPicture(in)));
    }
    require("the number of its class means", classMeans.size(), Emotion.values().length);
    return classMeans;
  }

  private static List<Component> readComponents(DataInputStream in) throws IOException {
    List<Component> components = new ArrayList<>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      components.add(new Component(in.readBoolean(), in.readFloat(), readPicture(in)));
    }
    return components;
  }

  private static float[] readPicture(DataInputStream in) throws IOException {
    float largest = in.readFloat();
    byte[] steps = new byte[PIXELS];
    in.readFully(steps);
    float[] picture = new float[PIXELS];
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      picture[pixel] = largest * steps[pixel] / STEPS;
    }
    return picture;
  }

  private static void require(String what, int is, int mustBe) throws IOException {
    if (is != mustBe) {
      throw new IOException(what + " is " + is + ", but must be " + mustBe);
    }
  }
}
