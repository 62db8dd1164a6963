// /travaux/primes: what the broker earned, quarter by quarter, and where each transfer stands (W28, W29).
#include "base/french.hpp"
#include "desks/works/bank/bank.hpp"
#include "desks/works/bonus/bonus.hpp"
#include "desks/works/bonus/bonus_pages.hpp"
#include "desks/works/bonus/bonus_words.hpp"
#include "desks/works/money/broker_store.hpp"
#include "floor/visit/export.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace works::bonus {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr int most_statements = 40;  // ten years
constexpr int most_items = 100;

struct Own {
  Standing standing;
  base::Money due_now;  // kept from earlier quarters
  base::Day quarter, next;
  std::vector<Item> items;  // on no statement yet
  std::vector<Statement> statements;
  std::unordered_map<bill::BillId, documents::DocumentId> papers;
};

Own load(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    const auto broker = visit.actor().organisation;
    const auto quarter = quarter_of(base::paris::day_of(visit.now));
    Own own{.standing = {},
            .due_now = {},
            .quarter = quarter,
            .next = next_quarter(quarter),
            .items = {},
            .statements = of_broker(tx, broker, most_statements),
            .papers = {}};
    own.items = due_items(tx, broker, closed_before(own.next));
    own.standing = {bank::find(tx, broker).has_value(), money::self_billing_since(tx, broker).has_value(), {}};
    for (const auto& item : own.items) {
      own.standing.total += item.net + item.vat;
      if (item.earned_at < closed_before(quarter)) own.due_now += item.net + item.vat;
    }
    std::vector<bill::BillId> bills;
    for (const auto& statement : own.statements) bills.push_back(statement.bill);
    own.papers = bill::papers_of(tx, bills);
    return own;
  });
}

Markup items_card(const Own& own) {
  ui::Table table{.caption = "Primes à verser",
                  .columns = {{.label = "Dossier"},
                              {.label = "Acquise le"},
                              {.label = "Montant HT", .align = ui::Align::end},
                              {.label = "TVA", .align = ui::Align::end},
                              {.label = "Versement"}},
                  .rows = {}};
  base::Money net, vat;
  for (const auto& item : own.items) {
    net += item.net;
    vat += item.vat;
    if (table.rows.size() >= most_items) continue;
    const bool now = item.earned_at < closed_before(own.quarter);
    table.rows.push_back({.url = Url::path("/travaux/dossiers/{}", item.claim),
                          .cells = {item.text, base::paris::day_of(item.earned_at), item.net, item.vat,
                                    label(now ? own.quarter : own.next)}});
  }
  table.foot = {"Total", ui::Value(), net, vat, ui::Value()};
  return ui::card({.title = "À verser", .icon = ui::Icon::euro}, ui::data_table(table));
}

Markup statements_card(const Own& own) {
  ui::Table table{.caption = "Relevés de primes",
                  .columns = {{.label = "Trimestre"},
                              {.label = "Relevé"},
                              {.label = "Dossiers", .align = ui::Align::end},
                              {.label = "Montant TTC", .align = ui::Align::end},
                              {.label = "Virement"},
                              {.label = "État"}},
                  .rows = {}};
  for (const auto& statement : own.statements) {
    const auto paper = own.papers.find(statement.bill);
    table.rows.push_back({.cells = {label(statement.quarter),
                                    paper == own.papers.end()
                                        ? ui::Value(statement.number)
                                        : ui::Value::link(Url::path("/documents/{}", paper->second), statement.number),
                                    ui::Value::number(statement.claims), statement.amount, when_of(statement),
                                    badge_of(statement.state)}});
  }
  return ui::card({.title = "Relevés", .icon = ui::Icon::file}, ui::data_table(table));
}

std::vector<ui::MenuLink> export_links() {
  auto links = visit::both_files("/travaux/primes.xlsx", "/travaux/primes.csv", "Toutes vos primes");
  for (auto& link : visit::both_files("/travaux/releves.xlsx", "/travaux/releves.csv", "Tous vos relevés"))
    links.push_back(std::move(link));
  return links;
}

Markup missing_notice(const Own& own) {
  if (own.standing.account && own.standing.self_billing) return {};
  return ui::notice(
      {ui::Tone::warn, own.standing.account ? "Acceptez l’autofacturation" : "Indiquez votre RIB",
       "Sans cela vos primes sont gardées. Celles dont le trimestre est venu partent, dès que c’est fait, avec "
       "notre prochaine remise à la banque."},
      web::html::p(ui::Value::link("/travaux/reglages", "Ouvrir les réglages").markup()));
}

}  // namespace

ui::Badge badge_of(State state) {
  const std::string text(label(state));
  switch (state) {
    case State::planned:
      return {text, ui::Tone::info, ui::Icon::clock};
    case State::paid:
      return {text, ui::Tone::good, ui::Icon::circle_check};
    case State::unpaid:
      return {text, ui::Tone::bad, ui::Icon::circle_x};
    case State::unknown:
      break;
  }
  return {text, ui::Tone::warn, ui::Icon::hourglass};
}

std::string when_of(const Statement& statement) {
  if (statement.settled_on) return "Versé le " + base::french::day_short(*statement.settled_on);
  if (statement.state == State::unpaid) return statement.note;
  return "À partir du " + base::french::day_short(statement.pay_from);
}

web::Response show_bonuses(visit::Visit& visit) {
  const auto own = load(visit);
  Markup body =
      ui::page_header({.title = "Primes", .lead = "50 € par dossier clôturé, versés au début de chaque trimestre."});
  body += missing_notice(own);
  body += ui::stat_tiles({{"Acquis, à verser", own.standing.total},
                          {"Prochain versement", label(own.due_now.cents > 0 ? own.quarter : own.next)}});
  if (own.items.empty() && own.statements.empty()) {
    body += ui::empty_state({.icon = ui::Icon::euro,
                             .title = "Aucune prime pour l’instant",
                             .text = "Une prime est acquise quand le chantier et le dossier sont clos."});
  } else {
    body += visit::export_menu(export_links());
    std::vector<Markup> cards;
    if (!own.items.empty()) cards.push_back(items_card(own));
    if (!own.statements.empty()) cards.push_back(statements_card(own));
    body += ui::stack(cards);
  }
  return visit::page(visit,
                     {.title = "Primes", .body = std::move(body), .live = web::html::Url("/travaux/primes/direct")});
}

}  // namespace works::bonus
