#include "floor/payments/line_view.hpp"

#include "floor/payments/payment_view.hpp"
#include "floor/payments/reason_codes.hpp"

namespace payments {

namespace ui = web::ui;
using web::html::Url;

ui::Badge badge(const Line& line) {
  if (line.state == LineState::open) return {"à traiter", ui::Tone::warn, ui::Icon::hourglass};
  if (line.state == LineState::settled) return {"réglé à la main", ui::Tone::mute, ui::Icon::user};
  return {std::string(label(line.problem)), ui::Tone::good, ui::Icon::check};
}

std::string what_of(const BankLine& said) {
  const std::string direction = said.direction == Direction::credit ? "Crédit" : "Débit";
  const std::string reason = reason_label(said.reason_code);
  if (reason.empty()) return said.is_return ? direction + ", retour" : direction;
  return (said.is_return ? direction + ", retour · " : direction + " · ") + reason;
}

base::Money signed_amount(const BankLine& said) {
  return said.direction == Direction::debit ? -said.amount : said.amount;
}

ui::Table lines_table(std::string caption, const std::vector<Line>& lines) {
  ui::Table table{.caption = std::move(caption),
                  .columns = {{.label = "Mouvement"},
                              {.label = "Jour"},
                              {.label = "Tiers et libellé"},
                              {.label = "Montant", .align = ui::Align::end},
                              {.label = "État"}},
                  .rows = {}};
  for (const Line& line : lines) {
    const std::string party = line.said.party.empty() ? line.said.end_to_end_id : line.said.party;
    table.rows.push_back(
        {.url = line_url(line.id),
         .cells = {ui::Value::two_lines(what_of(line.said), left_open(line.problem) ? std::string(label(line.problem))
                                                                                    : line.said.end_to_end_id),
                   line.said.day, ui::Value::two_lines(party, line.said.remittance), signed_amount(line.said),
                   badge(line)}});
  }
  return table;
}

Url line_url(LineId id) { return Url::path("/administration/paiements/rapprochement/{}", id); }

}  // namespace payments
