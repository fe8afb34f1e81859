package io.caravan.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A request whose body must have arrived after some time; reading fails then. */
final class HurriedRequest extends HttpServletRequestWrapper {

    private final long deadline;

    HurriedRequest(HttpServletRequest request, Duration arrival) {
        super(request);
        this.deadline = System.nanoTime() + arrival.toNanos();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Hurried(super.getInputStream());
    }

    private final class Hurried extends ServletInputStream {

        private final ServletInputStream stream;

        Hurried(ServletInputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            hurry();
            return stream.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            hurry();
            return stream.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }

        private void hurry() throws IOException {
            if (System.nanoTime() - deadline > 0) {
                throw new SocketTimeoutException("A large body arrives too slowly");
            }
        }
    }
}
