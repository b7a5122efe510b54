package io.moodline.classifier.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps ONNX Runtime's native libraries in a folder, unpacked once. Left to itself it unpacks them
 * into the temporary folder at each start, where they stay when the process is killed.
 */
public final class OnnxNatives {

  private static final Logger LOG = LoggerFactory.getLogger(OnnxNatives.class);
  private static final String PATH = "onnxruntime.native.path";
  private static final String RESOURCES = "/ai/onnxruntime/native/";

  private OnnxNatives() {}

  /**
   * Makes ONNX Runtime load its libraries from below a folder, which is created. To be called
   * before its first use; later it has no effect. Where the system property {@code
   * onnxruntime.native.path} is set, that stays; where the libraries cannot be unpacked, ONNX
   * Runtime does as it pleases.
   */
  public static void keepIn(Path folder) {
    if (System.getProperty(PATH) != null) {
      return;
    }
    try {
      unpack(folder).ifPresent(unpacked -> System.setProperty(PATH, unpacked.toString()));
    } catch (IOException e) {
      LOG.warn(
          "could not unpack ONNX Runtime's libraries to {}, the temporary folder is used: {}",
          folder,
          e.toString());
    }
  }

  /**
   * Unpacks what is not there yet.
   *
   * @return the absolute path of the libraries, or nothing for builds with CUDA, which have more of
   *     them, and for platforms that ONNX Runtime has none for
   */
  static Optional<Path> unpack(Path folder) throws IOException {
    Optional<URL> runtime = library("onnxruntime");
    Optional<URL> bridge = library("onnxruntime4j_jni");
    if (runtime.isEmpty()
        || bridge.isEmpty()
        || library("onnxruntime_providers_cuda").isPresent()) {
      return Optional.empty();
    }
    // Another version's libraries have another sum and lie in another folder.
    if (!(runtime.get().openConnection() instanceof JarURLConnection jar)) {
      return Optional.empty();
    }
    Path libraries =
        folder
            .resolve("onnxruntime-" + Long.toHexString(jar.getJarEntry().getCrc()))
            .toAbsolutePath();
    Files.createDirectories(libraries);
    copyIfAbsent(runtime.get(), libraries.resolve(System.mapLibraryName("onnxruntime")));
    copyIfAbsent(bridge.get(), libraries.resolve(System.mapLibraryName("onnxruntime4j_jni")));
    return Optional.of(libraries);
  }

  private static Optional<URL> library(String name) {
    return Optional.ofNullable(
        OrtEnvironment.class.getResource(
            RESOURCES + platform() + "/" + System.mapLibraryName(name)));
  }

  /** How ONNX Runtime calls this platform. */
  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
    return system + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
  }

  /** Copies as a whole or not at all: another process may do the same now. */
  private static void copyIfAbsent(URL library, Path target) throws IOException {
    if (Files.exists(target)) {
      return;
    }
    Path partial = Files.createTempFile(target.getParent(), "partial", ".tmp");
    try (InputStream in = library.openStream()) {
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
