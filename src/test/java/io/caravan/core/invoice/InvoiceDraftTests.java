package io.caravan.core.invoice;

import static io.caravan.core.invoice.InvoiceFixtures.DUE;
import static io.caravan.core.invoice.InvoiceFixtures.MERCHANT;
import static io.caravan.core.invoice.InvoiceFixtures.aDocument;
import static io.caravan.core.invoice.InvoiceFixtures.aDraft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caravan.core.merchant.MerchantId;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvoiceDraftTests {

    @Test
    void draftsThatSayTheSameHaveTheSameFingerprint() {
        assertThat(print(aDraft("360.00", DUE))).isEqualTo(print(aDraft("360", DUE)));
    }

    @Test
    void theMerchantIsPartOfTheFingerprint() {
        assertThat(aDraft().fingerprint(MERCHANT)).isNotEqualTo(aDraft().fingerprint(MerchantId.random()));
    }

    @Test
    void amountAndDateArePartOfTheFingerprint() {
        assertThat(print(aDraft("360.01", DUE))).isNotEqualTo(print(aDraft()));
        assertThat(print(aDraft("360", DUE.plusDays(1)))).isNotEqualTo(print(aDraft()));
    }

    @Test
    void directAndLinkDiffer() {
        assertThat(print(aDraft(Delivery.LINK, "360", DUE, aDocument()))).isNotEqualTo(print(aDraft()));
    }

    @Test
    void linesAreToldApart() {
        var one = aDocument(Optional.empty(), Optional.empty(), List.of("ab"));
        var two = aDocument(Optional.empty(), Optional.empty(), List.of("a", "b"));

        assertThat(print(one)).isNotEqualTo(print(two));
    }

    @Test
    void everyPartOfTheDocumentIsPartOfTheFingerprint() throws ReflectiveOperationException {
        for (var variant : variants(aDocument())) {
            assertThat(print(variant)).as(variant.toString()).isNotEqualTo(print(aDocument()));
        }
    }

    @Test
    void everyPartOfAnArticleIsPartOfTheFingerprint() throws ReflectiveOperationException {
        var article = aDocument().articles().get(0);
        for (var variant : variants(article)) {
            assertThat(new Fingerprint().add(with(variant)).digest())
                    .as(variant.toString())
                    .isNotEqualTo(new Fingerprint().add(with(article)).digest());
        }
    }

    @Test
    void anInvoiceSentDirectlyNeedsAPhoneNumber() {
        var draft = aDraft();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvoiceDraft(
                        draft.dialect(),
                        Delivery.DIRECT,
                        draft.issuer(),
                        Optional.empty(),
                        draft.total(),
                        draft.dueDate(),
                        draft.document()));
    }

    private static InvoiceDocument with(Article article) {
        var document = aDocument();
        return new InvoiceDocument(
                document.consumerName(),
                document.totalVatAmount(),
                document.consumerAddressLines(),
                document.deliveryAddressLines(),
                document.invoiceNumber(),
                document.issueDate(),
                document.orderDate(),
                document.deliveryDate(),
                document.comment(),
                document.merchantContactName(),
                document.merchantOrderNumber(),
                document.buyerOrderNumber(),
                document.paymentReference(),
                document.invoiceUrl(),
                document.redirectUrl(),
                List.of(article));
    }

    /** The record with each of its components changed in turn. */
    @SuppressWarnings("unchecked")
    private static <T extends Record> List<T> variants(T original) throws ReflectiveOperationException {
        var components = original.getClass().getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = (Constructor<T>) original.getClass().getDeclaredConstructor(types);
        var variants = new ArrayList<T>();
        for (int i = 0; i < components.length; i++) {
            var values = new Object[components.length];
            for (int j = 0; j < components.length; j++) {
                values[j] = components[j].getAccessor().invoke(original);
            }
            values[i] = other(components[i], values[i]);
            variants.add(constructor.newInstance(values));
        }
        return variants;
    }

    private static Object other(RecordComponent component, Object value) {
        if (value instanceof String text) {
            return text + "!";
        }
        if (value instanceof List<?> list) {
            return component.getName().equals("articles") ? List.of(list.get(0), list.get(0)) : List.of("another");
        }
        var type = component.getGenericType().getTypeName();
        if (type.contains("BigDecimal")) {
            return Optional.of(new BigDecimal("0.07"));
        }
        return Optional.of(type.contains("LocalDate") ? LocalDate.of(1999, 1, 1) : "another");
    }

    private static byte[] print(InvoiceDocument document) {
        return print(aDraft(Delivery.DIRECT, "360", DUE, document));
    }

    private static byte[] print(InvoiceDraft draft) {
        return draft.fingerprint(MERCHANT);
    }
}
