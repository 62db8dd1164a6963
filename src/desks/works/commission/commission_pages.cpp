#include "desks/works/commission/commission_pages.hpp"

#include "base/french.hpp"
#include "desks/works/commission/held.hpp"
#include "desks/works/debit_mandate/debit_mandate.hpp"
#include "desks/works/money/money_pages.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/export.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace works::commission {
namespace {

namespace ui = web::ui;
using base::french::day_short;
using web::html::Markup;
using web::html::Url;

constexpr int page_size = 25;
constexpr Url own_url{"/chantiers/commissions"};
constexpr Url all_url{"/administration/commissions"};

struct Listed {
  std::vector<Commission> lines;
  bool more = false;
  std::unordered_map<bill::BillId, documents::DocumentId> papers;
  identity::Names names = {};
  base::Money balance = {};
  bool mandate_missing = false;
  base::Money held = {};
};

void finish(db::Transaction& tx, Listed& listed) {
  listed.more = listed.lines.size() > page_size;
  if (listed.more) listed.lines.pop_back();
  std::vector<bill::BillId> bills;
  for (const auto& line : listed.lines) bills.push_back(line.bill);
  listed.papers = bill::papers_of(tx, bills);
}

ui::Value invoice_of(const Listed& listed, const Commission& commission) {
  const auto paper = listed.papers.find(commission.bill);
  if (paper == listed.papers.end()) return commission.bill_number;
  return ui::Value::link(Url::path("/documents/{}", paper->second), commission.bill_number);
}

MandateId before_of(const visit::Visit& visit) { return visit::typed_id<MandateId>(visit.request.query.get("avant")); }

Markup own_table(const Listed& listed) {
  ui::Table table{.caption = "Commissions",
                  .columns = {{.label = "Chantier clos"},
                              {.label = "Facture", .look = "nowrap"},
                              {.label = "Montant TTC", .align = ui::Align::end},
                              {.label = "Prélèvement"},
                              {.label = "État"}},
                  .rows = {}};
  for (const auto& line : listed.lines)
    table.rows.push_back({.url = Url::path("/chantiers/{}", line.mandate),
                          .cells = {ui::Value::two_lines(line.job, "clos le " + day_short(line.closed_on)),
                                    invoice_of(listed, line), line.amount, when_of(line), badge_of(line.state)}});
  return ui::data_table(table);
}

ui::Value act_of(const visit::Visit& visit, const Commission& line) {
  const bool may = identity::at_least(visit.actor().role, identity::Role::member);
  if (!may || (line.state != State::unpaid && line.state != State::stuck)) return std::string_view("");
  return ui::Value(ui::action_button({.label = "Prélever à nouveau",
                                      .url = Url::path("/administration/commissions/{}/prelevement", line.mandate),
                                      .look = ui::Look::quiet,
                                      .post = ui::Post{.csrf_token = visit::csrf_token(visit)}}));
}

Markup all_table(const visit::Visit& visit, const Listed& listed) {
  ui::Table table{.caption = "Commissions",
                  .columns = {{.label = "Entreprise"},
                              {.label = "Facture", .look = "nowrap"},
                              {.label = "Montant TTC", .align = ui::Align::end},
                              {.label = "Prélèvement"},
                              {.label = "État"},
                              {.label = "Écriture"},
                              {.label = "Suite"}},
                  .rows = {}};
  for (const auto& line : listed.lines)
    table.rows.push_back({.cells = {ui::Value::two_lines(listed.names.of(line.organisation), line.job),
                                    invoice_of(listed, line), line.amount, when_of(line), badge_of(line.state),
                                    ui::Value::link(Url::path("/administration/ecritures/{}", line.entry), "Voir"),
                                    act_of(visit, line)}});
  return ui::data_table(table);
}

}  // namespace

ui::Badge badge_of(State state) {
  const std::string text(label(state));
  switch (state) {
    case State::awaiting_mandate:
      return {text, ui::Tone::warn, ui::Icon::edit};
    case State::planned:
      return {text, ui::Tone::info, ui::Icon::clock};
    case State::paid:
      return {text, ui::Tone::good, ui::Icon::circle_check};
    case State::unpaid:
    case State::stuck:
      return {text, ui::Tone::bad, ui::Icon::circle_x};
    case State::unknown:
      return {text, ui::Tone::warn, ui::Icon::hourglass};
    case State::credited:
      break;
  }
  return {text, ui::Tone::mute, ui::Icon::ban};
}

std::string when_of(const Commission& commission) {
  switch (commission.state) {
    case State::paid:
      return "Prélevée le " + day_short(commission.settled_on.value_or(commission.closed_on));
    case State::planned:
    case State::unknown:
      if (commission.debit_on) return "À partir du " + day_short(*commission.debit_on);
      break;
    case State::awaiting_mandate:
      return "Au plus tard le " + day_short(last_target_day(commission.closed_on + latest_days.value()));
    case State::unpaid:
    case State::stuck:
    case State::credited:
      break;
  }
  return commission.note;
}

web::Response show_commissions(visit::Visit& visit) {
  const auto organisation = visit.actor().organisation;
  const auto listed = visit.platform.database.read([&](db::Transaction& tx) {
    Listed found{.lines = of_organisation(tx, organisation, before_of(visit), page_size + 1), .papers = {}};
    finish(tx, found);
    found.balance = ledger::balance(tx, ledger::AccountKind::commission_receivable, organisation);
    found.mandate_missing = !debit_mandate::active_of(tx, organisation);
    found.held = held_of(tx, organisation);
    return found;
  });
  Markup body = ui::page_header(
      {.title = "Commissions",
       .lead =
           "10 % du montant HT de chaque chantier clos, plus TVA, prélevés entre 15 et 30 jours après la clôture."});
  if (listed.mandate_missing)
    body += ui::notice(
        {ui::Tone::warn, "Aucun mandat de prélèvement n’est signé", "Vos commissions ne peuvent pas être prélevées."},
        web::html::p(ui::Value::link("/chantiers/reglages/banque", "Signer le mandat").markup()));
  if (listed.held.cents > 0)
    body += ui::notice(
        {ui::Tone::info, base::french::euros(listed.held) + " attendent leur facture",
         "Elle doit nommer l’exploitant et votre entreprise : elle part dès que leurs adresses sont complètes."},
        web::html::p(ui::Value::link("/chantiers/reglages/banque", "Vérifier mon adresse").markup()));
  body += ui::stat_tiles({{"Reste dû", listed.balance}});
  if (listed.lines.empty())
    body += ui::empty_state({.icon = ui::Icon::euro,
                             .title = "Aucune commission pour l’instant",
                             .text = "Une commission est due quand vous clôturez un chantier, une fois payé."});
  else
    body += visit::export_menu(visit::both_files("/chantiers/commissions.xlsx", "/chantiers/commissions.csv",
                                                 "Toutes vos commissions")) +
            own_table(listed);
  if (listed.more) body += ui::pager({.previous = {}, .next = own_url.query("avant", listed.lines.back().mandate)});
  return visit::page(visit,
                     {.title = "Commissions", .body = std::move(body), .live = Url("/chantiers/commissions/direct")});
}

web::Response show_all_commissions(visit::Visit& visit) {
  const bool to_do = visit.request.query.get("vue") == "a-traiter";
  const auto listed = visit.platform.database.read([&](db::Transaction& tx) {
    Listed found{.lines = list(tx, to_do ? Which::to_do : Which::all, before_of(visit), page_size + 1), .papers = {}};
    finish(tx, found);
    std::vector<identity::OrganisationId> firms;
    for (const auto& line : found.lines) firms.push_back(line.organisation);
    found.names = identity::Names(tx, std::move(firms));
    return found;
  });
  Markup body = ui::page_header({.title = "Commissions et primes",
                                 .lead = "Ce que les entreprises doivent, du chantier clos au prélèvement encaissé."});
  body += money::administration_tabs(to_do ? money::Tab::to_do : money::Tab::commissions);
  if (listed.lines.empty())
    body += ui::empty_state({.icon = ui::Icon::euro,
                             .title = to_do ? "Rien à traiter" : "Aucune commission pour l’instant",
                             .text = to_do ? "Les prélèvements impayés ou impossibles s’afficheront ici."
                                           : "Elles naissent quand une entreprise clôture un chantier."});
  else
    body += visit::export_menu(visit::both_files("/administration/exports/commissions.xlsx",
                                                 "/administration/exports/commissions.csv", "Toutes les commissions")) +
            all_table(visit, listed);
  Url next = all_url;
  if (to_do) next = next.query("vue", "a-traiter");
  if (listed.more) body += ui::pager({.previous = {}, .next = next.query("avant", listed.lines.back().mandate)});
  return visit::page(
      visit, {.title = "Commissions", .body = std::move(body), .live = Url("/administration/commissions/direct")});
}

web::Response post_debit_again(visit::Visit& visit) {
  const auto done = debit_again(visit.platform, visit.actor(), MandateId{visit.id()});
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, all_url,
                          {ui::Tone::good, "Un nouveau prélèvement est prévu et annoncé à l’entreprise."});
}

}  // namespace works::commission
