package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.ops.OperatorRequest;
import java.util.List;
import java.util.Optional;

/** Where operators sign in. */
public final class LoginPages {

    private final Console console;

    public LoginPages(Console console) {
        this.console = console;
    }

    /** The form, and what has come of it when it was sent before. */
    public Answer show(OperatorRequest request) {
        var sheet = new Sheet("Sign in", Optional.empty(), "", "", List.of());
        if (request.has("wrong")) {
            return console.draw(401, "login", sheet.saying("Name or password is wrong.", "bad"), request);
        }
        if (request.has("wait")) {
            return console.draw(
                    429, "login", sheet.saying("Too many wrong passwords. Try again in a minute.", "bad"), request);
        }
        return console.draw(
                200, "login", request.has("out") ? sheet.saying("You have signed out.", "good") : sheet, request);
    }
}
