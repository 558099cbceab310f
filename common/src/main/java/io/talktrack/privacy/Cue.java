package io.talktrack.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the words before a number say that it is. */
enum Cue {
  PHONE(
      "phone|mobile|\\bcell\\b|\\bcall(?:ing|ed)?\\b|\\bring\\b|\\btel\\b|\\bfax\\b|whatsapp"
          + "|\\bdial(?:ling|ing)?\\b|\\btext (?:me|us)\\b|\\breach\\b|\\bcontact\\b|landline"
          + "|call ?back|\\bm:|\\bt:|电话|手机|座机|联系|拨打|致电|传真|热线|打给|打我|打过来"
          + "|呼叫|微信号?"),
  CARD("\\bcard\\b|credit|debit|\\bvisa\\b|mastercard|\\bamex\\b|信用卡|银行卡|卡号|储蓄卡|借记卡"),
  BANK(
      "\\baccount (?:number|no\\b|num\\b|#)|\\bacct\\b|\\ba/c\\b|\\bac (?:number|no)\\b|sort code"
          + "|\\biban\\b|账号|帐号|账户|帐户|对公|开户"),
  ID(
      "\\bssn\\b|social security|national insurance|\\bni number\\b|\\bid (?:number|no|card)\\b"
          + "|identity|身份证|证件|信用代码"),
  ORDER(
      "\\border(?: (?:number|no|id))?\\b|\\binvoice\\b|\\bticket\\b|\\bcase\\b|\\bref(?:erence)?\\b"
          + "|\\bpo\\b|\\bp\\.o\\.|tracking|\\bskus?\\b|\\bserial\\b|\\bpart\\b|\\bbatch\\b|\\bquote\\b"
          + "|\\bcontract\\b|\\bitem\\b|\\bversion\\b|\\bmodel\\b|\\bean\\b|\\bgtin\\b|\\bisbn\\b"
          + "|\\bbarcode\\b|订单|单号|发票|编号|工单|批次|批号|型号|序列号|合同|物料|版本|条码|快递"),
  NONE("(?!)");

  static final Pattern PHONE_AFTER =
      Pattern.compile(
          "(?i)[ ,]{0,2}(?:is|was|that's|is on)? ?(?:my|our|the|his|her)? ?(?:direct|work|office"
              + "|best)? ?(?:phone|mobile|cell|number to reach|landline)|[ ,，]{0,2}是?我的?(?:电话|手机)");

  private final Pattern words;

  Cue(String words) {
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  /** The cue that stands last, nearest to the number that follows. */
  static Cue last(String before) {
    Cue last = NONE;
    int nearest = -1;
    for (Cue cue : values()) {
      Matcher matcher = cue.words.matcher(before);
      while (matcher.find()) {
        if (matcher.end() > nearest) {
          nearest = matcher.end();
          last = cue;
        }
      }
    }

    return last;
  }
}
