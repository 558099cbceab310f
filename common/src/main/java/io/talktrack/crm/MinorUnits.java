package io.talktrack.crm;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Currency;
import java.util.Map;

/** Amounts of money as whole numbers of the currency's minor unit (cents; yen has none). */
final class MinorUnits {
  private static final Map<String, String> SIGNS =
      Map.of("GBP", "£", "EUR", "€", "CNY", "¥", "JPY", "¥", "INR", "₹", "KRW", "₩");

  private MinorUnits() {}

  static long of(String field, String text, String currencyCode, DecimalStyle style)
      throws UnusableRecord {
    Currency currency = currency(currencyCode);
    String bare =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replace(currencyCode, "")
            .replace(SIGNS.getOrDefault(currencyCode, "$"), "");
    BigDecimal amount = style.parse(field, bare);
    try {
      return amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
    } catch (ArithmeticException e) {
      throw new UnusableRecord(
          "%s has more than the %d decimals of %s, or is too large"
              .formatted(field, currency.getDefaultFractionDigits(), currencyCode));
    }
  }

  static Currency currency(String code) throws UnusableRecord {
    try {
      Currency currency = Currency.getInstance(code);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      throw new UnusableRecord("currency is not a code of ISO 4217");
    }

    throw new UnusableRecord("currency is not one that amounts can be in");
  }
}
