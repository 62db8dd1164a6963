// /administration/primes: what the quarter's run would pay, the button that runs it, and what became of it (W29).
#include <algorithm>

#include "base/french.hpp"
#include "desks/works/bonus/bonus.hpp"
#include "desks/works/bonus/bonus_pages.hpp"
#include "desks/works/bonus/bonus_words.hpp"
#include "desks/works/money/money_pages.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/export.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace works::bonus {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url page_url{"/administration/primes"};
constexpr int most_runs = 8;
constexpr int most_earlier = 100;

struct Shown {
  base::Day quarter;
  std::vector<Line> lines;
  std::vector<Statement> statements;  // of this quarter
  std::vector<Statement> earlier;     // of others, not booked yet
  std::vector<Run> runs;
  std::unordered_map<bill::BillId, documents::DocumentId> papers;
  identity::Names names;
};

Shown load(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    const auto quarter = quarter_of(base::paris::day_of(visit.now));
    Shown shown{.quarter = quarter,
                .lines = proposal(tx, quarter),
                .statements = of_quarter(tx, quarter),
                .earlier = not_booked(tx, quarter, most_earlier),
                .runs = latest_runs(tx, most_runs),
                .papers = {},
                .names = {}};
    std::vector<identity::OrganisationId> brokers;
    std::vector<identity::AccountId> people;
    std::vector<bill::BillId> bills;
    for (const auto& line : shown.lines) brokers.push_back(line.due.broker);
    for (const auto* statements : {&shown.statements, &shown.earlier})
      for (const auto& statement : *statements) {
        brokers.push_back(statement.broker);
        bills.push_back(statement.bill);
      }
    for (const auto& run : shown.runs) people.push_back(run.by);
    shown.papers = bill::papers_of(tx, bills);
    shown.names = identity::Names(tx, std::move(brokers), std::move(people));
    return shown;
  });
}

ui::Badge badge_of(Verdict verdict) {
  const std::string text(label(verdict));
  if (verdict == Verdict::payable) return {text, ui::Tone::info, ui::Icon::send};
  if (verdict == Verdict::nothing_due) return {text, ui::Tone::mute, ui::Icon::circle};
  return {text, ui::Tone::warn, ui::Icon::alert};
}

std::string_view run_words(int transfers) {
  return transfers > 0 ? "Un relevé et un virement par courtier ; les virements partent avec la prochaine remise, que "
                         "deux administrateurs valident. Un courtier à qui il manque quelque chose est prévenu."
                       : "Chacun est prévenu. Son relevé et son virement s’établissent d’eux-mêmes quand il a fait le "
                         "nécessaire.";
}

Markup proposal_card(const visit::Visit& visit, const Shown& shown) {
  ui::Table table{.caption = "Primes à verser, par courtier",
                  .columns = {{.label = "Courtier"},
                              {.label = "Dossiers", .align = ui::Align::end},
                              {.label = "Montant HT", .align = ui::Align::end},
                              {.label = "TVA", .align = ui::Align::end},
                              {.label = "Total TTC", .align = ui::Align::end},
                              {.label = "Suite"}},
                  .rows = {}};
  Due payable{{}, 0, {}, {}};
  int transfers = 0;
  for (const auto& line : shown.lines) {
    table.rows.push_back({.cells = {shown.names.of(line.due.broker), ui::Value::number(line.due.claims), line.due.net,
                                    line.due.vat, line.due.net + line.due.vat, badge_of(line.verdict)}});
    if (line.verdict != Verdict::payable) continue;
    ++transfers;
    payable.claims += line.due.claims;
    payable.net += line.due.net;
    payable.vat += line.due.vat;
  }
  table.foot = {
      "À verser",  ui::Value::number(payable.claims), payable.net,
      payable.vat, payable.net + payable.vat,         base::french::plural(transfers, "virement", "virements")};
  Markup body = ui::data_table(table);
  const bool someone_lacks = std::any_of(shown.lines.begin(), shown.lines.end(), [](const Line& line) {
    return line.verdict == Verdict::no_account || line.verdict == Verdict::no_self_billing;
  });
  if ((transfers > 0 || someone_lacks) && identity::at_least(visit.actor().role, identity::Role::member))
    body += ui::form(
        {.action = page_url,
         .csrf_token = visit::csrf_token(visit),
         .submit = transfers > 0 ? "Établir les relevés et les virements" : "Prévenir les courtiers de ce qui manque",
         .icon = ui::Icon::send},
        ui::hidden_field("quarter", shown.quarter.iso()) + web::html::p(web::html::cls("quiet"), run_words(transfers)));
  return ui::card({.title = "À verser pour le " + label(shown.quarter), .icon = ui::Icon::euro}, body);
}

ui::Value act_of(const visit::Visit& visit, const Statement& statement) {
  if (statement.state != State::unpaid || !identity::at_least(visit.actor().role, identity::Role::member))
    return std::string_view("");
  return ui::Value(ui::action_button({.label = "Virer à nouveau",
                                      .url = Url::path("/administration/primes/{}/virement", statement.bill),
                                      .look = ui::Look::quiet,
                                      .post = ui::Post{.csrf_token = visit::csrf_token(visit)}}));
}

Markup statements_card(const visit::Visit& visit, const Shown& shown, const std::vector<Statement>& statements,
                       const std::string& title) {
  ui::Table table{.caption = title,
                  .columns = {{.label = "Courtier"},
                              {.label = "Trimestre"},
                              {.label = "Relevé"},
                              {.label = "Montant TTC", .align = ui::Align::end},
                              {.label = "Virement"},
                              {.label = "État"},
                              {.label = "Suite"}},
                  .rows = {}};
  base::Money total;
  for (const auto& statement : statements) {
    total += statement.amount;
    const auto paper = shown.papers.find(statement.bill);
    table.rows.push_back(
        {.cells = {shown.names.of(statement.broker), label(statement.quarter),
                   paper == shown.papers.end()
                       ? ui::Value(statement.number)
                       : ui::Value::link(Url::path("/documents/{}", paper->second), statement.number),
                   statement.amount, when_of(statement), bonus::badge_of(statement.state), act_of(visit, statement)}});
  }
  table.foot = {"Total", ui::Value(), ui::Value(), total, ui::Value(), ui::Value(), ui::Value()};
  return ui::card({.title = title, .icon = ui::Icon::file}, ui::data_table(table));
}

Markup runs_card(const Shown& shown) {
  std::vector<ui::Line> lines;
  for (const auto& run : shown.runs)
    lines.push_back({label(run.quarter) + " : " +
                         (run.statements == 0 ? std::string("courtiers prévenus de ce qui manque")
                                              : base::french::plural(run.statements, "relevé", "relevés")),
                     shown.names.of(run.by) + " · " + base::french::instant_medium(run.at), run.amount});
  return ui::card({.title = "Versements établis", .icon = ui::Icon::history},
                  ui::lines(lines, "Aucun versement établi pour l’instant."));
}

std::vector<ui::MenuLink> export_links() {
  auto links = visit::both_files("/administration/exports/releves.xlsx", "/administration/exports/releves.csv",
                                 "Les relevés de tous les trimestres");
  for (auto& link : visit::both_files("/administration/exports/primes.xlsx", "/administration/exports/primes.csv",
                                      "Les primes, dossier par dossier"))
    links.push_back(std::move(link));
  return links;
}

web::Response draw(visit::Visit& visit) {
  const auto shown = load(visit);
  Markup body = ui::page_header({.title = "Commissions et primes",
                                 .lead = "Un relevé et un virement par courtier, au début de chaque trimestre."});
  body += money::administration_tabs(money::Tab::bonuses);
  body += visit::export_menu(export_links());
  std::vector<Markup> cards;
  if (shown.lines.empty())
    cards.push_back(ui::empty_state({.icon = ui::Icon::circle_check,
                                     .title = "Rien à verser pour le " + label(shown.quarter),
                                     .text = "Les primes des dossiers clôturés depuis seront versées au trimestre "
                                             "prochain."}));
  else
    cards.push_back(proposal_card(visit, shown));
  if (!shown.statements.empty())
    cards.push_back(statements_card(visit, shown, shown.statements, "Relevés du " + label(shown.quarter)));
  if (!shown.earlier.empty())
    cards.push_back(statements_card(visit, shown, shown.earlier, "Relevés d’autres trimestres, pas encore versés"));
  cards.push_back(runs_card(shown));
  return visit::page(visit, {.title = "Primes du trimestre",
                             .body = body + ui::stack(cards),
                             .live = web::html::Url("/administration/primes/direct")});
}

}  // namespace

web::Response show_run(visit::Visit& visit) { return draw(visit); }

web::Response post_run(visit::Visit& visit) {
  const auto quarter = base::Day::from_iso(visit.request.form.get("quarter"));
  if (!quarter) return visit::refused(visit, {{not_a_quarter, "quarter"}});
  const auto paid = run(visit.platform, visit.actor(), *quarter);
  if (!paid) return visit::refused(visit, paid.refusals());
  std::string said = paid->statements == 0
                         ? std::string("Rien de plus à verser pour ce trimestre.")
                         : base::french::plural(paid->statements, "relevé établi", "relevés établis") + " pour " +
                               base::french::euros(paid->amount) + ".";
  if (paid->kept > 0)
    said += " " + base::french::plural(paid->kept, "courtier prévenu", "courtiers prévenus") + " de ce qui manque.";
  return visit::see_other(visit, page_url, {ui::Tone::good, said});
}

web::Response post_pay_again(visit::Visit& visit) {
  const auto done = pay_again(visit.platform, visit.actor(), bill::BillId{visit.id()});
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, page_url, {ui::Tone::good, "Un nouveau virement est prévu."});
}

}  // namespace works::bonus
