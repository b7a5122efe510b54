package io.moodline.app.e2e;

import io.moodline.app.demo.DemoFaces;
import io.moodline.app.demo.DemoOptions;
import io.moodline.app.demo.DemoRenderer;
import io.moodline.app.demo.DemoScene;
import io.moodline.ingest.ffmpeg.PictureEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A network camera as many are: HTTP, multipart JPEG, 10 pictures a second, on loopback. */
final class MjpegServer implements AutoCloseable {

  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final ServerSocket server;
  private final List<Socket> clients = new CopyOnWriteArrayList<>();

  private MjpegServer(ServerSocket server) {
    this.server = server;
  }

  /**
   * Starts one.
   *
   * @param port 0 for any free one
   */
  static MjpegServer start(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
    MjpegServer server = new MjpegServer(socket);
    daemon(server::acceptAll);
    return server;
  }

  int port() {
    return server.getLocalPort();
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        clients.add(client);
        daemon(() -> serve(client));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private static void serve(Socket client) {
    try (client) {
      DemoScene scene = new DemoScene(DemoOptions.parse("demo:faces=1,width=640,height=360"));
      DemoRenderer renderer = new DemoRenderer(scene, DemoFaces.load());
      OutputStream out = client.getOutputStream();
      write(
          out, "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=next\r\n\r\n");
      long startNanos = System.nanoTime();
      for (int i = 0; true; i++) {
        byte[] jpeg = new PictureEncoder().encodeBgr(renderer.render(i * 100L), 640, 360, 85);
        write(
            out,
            "--next\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n");
        out.write(jpeg);
        write(out, "\r\n");
        out.flush();
        LockSupport.parkNanos(startNanos + (i + 1) * PERIOD_NANOS - System.nanoTime());
      }
    } catch (IOException e) {
      Thread.currentThread().interrupt(); // The client has gone, or the camera was cut.
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "mjpeg");
    thread.setDaemon(true);
    thread.start();
  }

  /** Cuts the camera off: nobody is served any more. */
  @Override
  public void close() throws IOException {
    server.close();
    for (Socket client : clients) {
      client.close();
    }
  }
}
