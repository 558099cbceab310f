package io.talktrack.objection;

/** Why a customer does not buy. The order is that of the objection head's outputs. */
public enum ObjectionType {
  PRICE_BUDGET,
  AUTHORITY_PROCESS,
  NEED_STATUS_QUO,
  TIMING_PRIORITY,
  COMPETITOR_INCUMBENT,
  PRODUCT_FIT,
  TRUST_PROOF,
  RISK_SECURITY_COMPLIANCE,
  SWITCHING_EFFORT,
  CONTRACT_TERMS,
  BRUSH_OFF
}
