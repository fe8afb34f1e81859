package io.caravan.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.caravan.core.notice.NoticeId;
import io.caravan.core.payer.Phone;
import io.caravan.core.sms.Originator;
import io.caravan.core.sms.SmsMessage;
import io.caravan.core.sms.SmsText;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsMappingTests {

    private static final SmsMessage SMS = new SmsMessage(
            new NoticeId(UUID.fromString("71b5f99a-0585-57a6-ac93-f2c0344bb67d")),
            new Originator("Caravan"),
            new Phone("+4577007700"),
            new SmsText("Æbler & \"pærer\""));

    private final SmsMapping mapping = new SmsMapping();

    @Test
    void eachFieldHasTheNameThatTheGatewayGivesIt() throws Exception {
        var json = mapping.json(SMS, "source=originator, destination=recipient, userData=text, refId=reference");

        assertThat(json)
                .isEqualTo("{\"source\":\"Caravan\",\"destination\":\"+4577007700\","
                        + "\"userData\":\"Æbler & \\\"pærer\\\"\",\"refId\":\"71b5f99a-0585-57a6-ac93-f2c0344bb67d\"}");
    }

    @Test
    void numbersTruthAndTextsInQuotesStandForThemselves() throws Exception {
        assertThat(mapping.json(SMS, "flash=false,ttl=3600 , kind='a, b', parts=parts, coding=encoding"))
                .isEqualTo("{\"flash\":false,\"ttl\":3600,\"kind\":\"a, b\",\"parts\":1,\"coding\":\"GSM7\"}");
    }

    @Test
    void dotsLeadIntoObjectsAndBracketsMakeArrays() throws Exception {
        assertThat(mapping.json(SMS, "message.to[]=msisdn, message.from=originator, message.type=originatorType"))
                .isEqualTo("{\"message\":{\"to\":[\"4577007700\"],\"from\":\"Caravan\",\"type\":\"NAME\"}}");
    }

    @Test
    void aFormIsEncoded() {
        assertThat(mapping.form(SMS, "to=recipient, msg=text"))
                .isEqualTo("to=%2B4577007700&msg=%C3%86bler+%26+%22p%C3%A6rer%22");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "to", "to=", "to=phone", "to=recipient;from=originator", "to=recipient, and more", "=text"})
    void whatIsNoMappingIsRefused(String fields) {
        assertThatIllegalArgumentException().isThrownBy(() -> mapping.json(SMS, fields));
    }

    @Test
    void theGatewaysIdIsReadFromItsAnswer() {
        assertThat(mapping.id("{\"messages\":[{\"id\":\"m-1\"}]}", "/messages/0/id"))
                .isEqualTo("m-1");
        assertThat(mapping.id("{}", "/id")).isEmpty();
        assertThat(mapping.id("", "/id")).isEmpty();
        assertThat(mapping.id("OK: 1", "/id")).isEmpty();
        assertThat(mapping.id(null, "/id")).isEmpty();
    }

    @Test
    void aRefusalWithAGoodStatusIsOne() {
        mapping.insist("{\"result\":\"accepted\"}", "/result", "accepted");

        assertThatIllegalStateException()
                .isThrownBy(() -> mapping.insist("{\"result\":\"no credit\"}", "/result", "accepted"))
                .withMessage("The gateway says /result no credit");
        assertThatIllegalStateException().isThrownBy(() -> mapping.insist("OK", "/result", "accepted"));
    }
}
