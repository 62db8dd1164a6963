// Which documents pass between repairer and firm, and what is said of them (M16–M18, M32). Pure.
#pragma once

namespace motor::document {

enum class Way { sent, posted };
enum class Kind {
  // sent by the repairer (M18)
  quote,
  invoice,
  wheel_alignment,
  roadworthiness,
  part_invoice,
  other,
  // posted by the firm (M32); it may post an `other` too
  provisional_report,
  report,
  payment_agreement,
  conformity_report,
  debt_assignment,  // cession de créance: sent by the repairer to the acceptance to pay
};
inline constexpr int kind_count = 11;
inline constexpr Kind sent_kinds[] = {Kind::quote,          Kind::invoice,      Kind::wheel_alignment,
                                      Kind::roadworthiness, Kind::part_invoice, Kind::other};
inline constexpr Kind posted_kinds[] = {Kind::provisional_report, Kind::report, Kind::payment_agreement,
                                        Kind::conformity_report, Kind::other};
constexpr bool is_report(Kind kind) { return kind == Kind::provisional_report || kind == Kind::report; }

enum class Verdict { none, compliant, non_compliant };

}  // namespace motor::document
