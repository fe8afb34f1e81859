package io.caravan.web;

import io.caravan.core.dialect.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** A request whose body has been read already, and whose parameters are the fields of the form in it. */
final class FormRequest extends WholeRequest {

    private final Map<String, String[]> fields = new LinkedHashMap<>();

    /**
     * Reads nothing but forms: of another media type there are no fields.
     *
     * @throws Bodies.Refused if the form is broken
     */
    FormRequest(HttpServletRequest request, byte[] body) throws IOException {
        super(request, body);
        if (isForm(request.getContentType())) {
            try {
                new FormHttpMessageConverter()
                        .read(null, new Form(body))
                        .forEach((name, values) -> fields.put(
                                name,
                                values.stream()
                                        .map(value -> value == null ? "" : value)
                                        .toArray(String[]::new)));
            } catch (HttpMessageNotReadableException e) {
                throw new Bodies.Refused(Refusal.MALFORMED);
            }
        }
    }

    private static boolean isForm(String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    @Override
    public String getParameter(String name) {
        var values = fields.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public String[] getParameterValues(String name) {
        var values = fields.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields);
    }

    private record Form(byte[] body) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public HttpHeaders getHeaders() {
            var headers = new HttpHeaders();
            headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
            return headers;
        }
    }
}
