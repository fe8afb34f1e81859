package io.caravan.bench;

import io.caravan.bench.HttpReader.Message;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A way to a server on this machine for one thread: one keep-alive connection, and a new one when the server ends it. */
final class HttpConnection implements Closeable {

    private static final int PATIENCE_MILLIS = 120_000;

    private final int port;
    private Socket socket;
    private HttpReader reader;

    HttpConnection(int port) throws IOException {
        this.port = port;
        connect();
    }

    /** Sends the whole request in one piece and waits for the answer. */
    Message exchange(byte[] request) throws IOException {
        if (socket.isClosed()) {
            connect();
        }
        socket.getOutputStream().write(request);
        var answer = reader.next().orElseThrow(() -> new EOFException("The server closed the connection"));
        if (answer.last()) {
            socket.close();
        }
        return answer;
    }

    static int status(Message answer) {
        return Integer.parseInt(answer.firstLine().split(" ", 3)[1]);
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        reader = new HttpReader(socket.getInputStream());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
