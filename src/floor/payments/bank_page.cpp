// GET /administration/paiements/banque: the bank's files, its statements in order, and where a new file is brought in.
#include "base/french.hpp"
#include "floor/payments/batch_store.hpp"
#include "floor/payments/line_view.hpp"
#include "floor/payments/pages.hpp"
#include "floor/payments/payment_view.hpp"
#include "floor/visit/export.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/page_header.hpp"

namespace payments {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url bank_url = "/administration/paiements/banque";
constexpr int page_size = 20;
constexpr int most_statements = 12;
constexpr int most_shown_lines = 500;

Markup upload_card(const visit::Visit& visit, const ui::FormState& state) {
  if (!may_act(visit)) return {};
  return ui::card(
      {.title = "Lire un fichier de la banque", .icon = ui::Icon::upload},
      ui::form({.action = bank_url,
                .csrf_token = visit::csrf_token(visit),
                .submit = "Lire le fichier",
                .errors = state.errors(),
                .content = ui::Form::Content::files},
               ui::file_field(ui::Field{.name = "fichier",
                                        .label = "Fichier XML",
                                        .error = state.error("fichier"),
                                        .hint = "Relevé (camt.053), avis (camt.054) ou compte rendu (pain.002)."},
                              {.accept = ".xml"})));
}

Markup files_card(const store::FilePage& page, const identity::Names& names) {
  ui::Table table{.caption = "Fichiers lus",
                  .columns = {{.label = "Lu le"},
                              {.label = "Fichier"},
                              {.label = "Rapprochés", .align = ui::Align::end},
                              {.label = "Déjà connus", .align = ui::Align::end},
                              {.label = "À traiter", .align = ui::Align::end}},
                  .rows = {}};
  for (const KeptFile& file : page.files)
    table.rows.push_back({.url = bank_file_url(file.id),
                          .cells = {ui::Value::two_lines(base::french::instant_medium(file.at), names.of(file.by)),
                                    ui::Value::two_lines(file.filename, file.message), ui::Value::number(file.matched),
                                    ui::Value::number(file.known), ui::Value::number(file.unmatched)}});
  return ui::card({.title = "Fichiers lus", .icon = ui::Icon::inbox},
                  page.files.empty() ? web::html::p(web::html::cls("quiet"), "Aucun fichier n’a encore été lu.")
                                     : visit::export_menu(visit::both_files(
                                           "/administration/paiements/banque/fichiers.xlsx",
                                           "/administration/paiements/banque/fichiers.csv", "Tous les fichiers lus")) +
                                           ui::data_table(table));
}

ui::Value sequel_value(Sequel sequel) {
  switch (sequel) {
    case Sequel::follows:
      break;
    case Sequel::number_missing:
      return ui::Badge{"il manque un relevé avant", ui::Tone::warn, ui::Icon::alert};
    case Sequel::balance_differs:
      return ui::Badge{"solde différent du précédent", ui::Tone::bad, ui::Icon::alert};
  }
  return ui::Badge{"à la suite", ui::Tone::good, ui::Icon::check};
}

Markup statements_card(const std::vector<Statement>& statements) {
  if (statements.empty()) return {};
  ui::Table table{.caption = "Relevés",
                  .columns = {{.label = "Jusqu’au"},
                              {.label = "Relevé"},
                              {.label = "Ouverture", .align = ui::Align::end},
                              {.label = "Clôture", .align = ui::Align::end},
                              {.label = "Suite"}},
                  .rows = {}};
  for (const Statement& statement : statements)
    table.rows.push_back(
        {.cells = {
             statement.until,
             ui::Value::two_lines(statement.numbered.number > 0 ? "n°\u00a0" + std::to_string(statement.numbered.number)
                                                                : statement.statement_id,
                                  "compte …" + statement.own_iban.substr(statement.own_iban.size() - 4)),
             statement.numbered.opening, statement.numbered.closing, sequel_value(statement.sequel)}});
  return ui::card({.title = "Relevés", .icon = ui::Icon::file}, ui::data_table(table));
}

web::Response draw(visit::Visit& visit, const ui::FormState& state, int status) {
  const auto before = visit::typed_id<BankFileId>(visit.request.query.get("avant"));
  struct Shown {
    store::FilePage page;
    std::vector<Statement> statements;
    identity::Names names;
  };
  const Shown found = visit.platform.database.read([&](db::Transaction& tx) {
    auto page = store::received(tx, before, page_size);
    std::vector<identity::AccountId> people;
    for (const KeptFile& file : page.files) people.push_back(file.by);
    return Shown{std::move(page), latest_statements(tx, most_statements), identity::Names(tx, {}, std::move(people))};
  });
  Markup body = ui::page_header({.title = "Banque", .lead = "Ce que la banque dit de nos ordres et de notre compte."});
  body += payment_tabs(bank_url);
  body += ui::two_columns(files_card(found.page, found.names) + statements_card(found.statements),
                          upload_card(visit, state));
  body += ui::pager(
      {.previous = before ? std::optional(bank_url) : std::nullopt,
       .next = found.page.more ? std::optional(bank_url.query("avant", found.page.files.back().id)) : std::nullopt});
  std::optional<Url> live;  // a form that is shown again keeps what was typed
  if (status == 200) live = Url("/administration/paiements/banque/direct");
  return visit::page(visit, {.title = "Banque", .body = std::move(body), .status = status, .live = live});
}

std::string said_of(const KeptFile& file) {
  using base::french::plural;
  return "Fichier lu : " + plural(file.matched, "mouvement rapproché", "mouvements rapprochés") + ", " +
         plural(file.known, "déjà connu", "déjà connus") + ", " + plural(file.unmatched, "à traiter", "à traiter") +
         ".";
}

}  // namespace

web::Response show_bank(visit::Visit& visit) { return draw(visit, {}, 200); }

web::Response post_bank_file(visit::Visit& visit) {
  constexpr std::string_view field = "fichier";
  const auto again = [&](const base::Refusals& refusals) {
    return draw(visit, visit::form_state(visit, refusals), visit::status_of(refusals.front().code.kind));
  };
  if (visit.request.files.empty()) return again({{file_missing, std::string(field)}});
  const auto upload = read_upload(visit.request.files.front());
  if (!upload) return again(upload.refusals());
  const auto kept =
      visit.platform.act(visit.author(), [&](platform::Act& act) { return take_in(act, *upload, field); });
  if (!kept) return again(kept.refusals());
  return visit::see_other(visit, bank_file_url(kept->id),
                          {kept->unmatched > 0 ? ui::Tone::warn : ui::Tone::good, said_of(*kept)});
}

web::Response show_bank_file(visit::Visit& visit) {
  const BankFileId id{visit.id()};
  struct Shown {
    std::optional<KeptFile> file;
    std::vector<Line> lines;
    identity::Names names;
  };
  const Shown found = visit.platform.database.read([&](db::Transaction& tx) {
    auto file = store::file(tx, id);
    if (!file || file->batch) return Shown{};
    identity::Names names(tx, {}, {file->by});
    return Shown{std::move(file), lines_of(tx, id, most_shown_lines), std::move(names)};
  });
  if (!found.file) return visit::not_found(visit);
  const std::string title = found.file->filename.empty() ? found.file->message : found.file->filename;
  const Markup facts = ui::facts(
      {{"Format", found.file->message},
       {"Identifiant", found.file->message_id},
       {"Lu", ui::Value::two_lines(base::french::instant_medium(found.file->at), found.names.of(found.file->by))},
       {"Empreinte SHA-256", found.file->sha256}});
  const Markup lines = found.lines.empty() ? ui::empty_state({.icon = ui::Icon::circle_check,
                                                              .title = "Rien de nouveau",
                                                              .text = "Ce que dit ce fichier était déjà connu."})
                                           : ui::data_table(lines_table("Mouvements du fichier", found.lines));
  return visit::page(
      visit, {.title = title,
              .body = ui::page_header({.title = title,
                                       .lead = said_of(*found.file),
                                       .crumbs = {{"Paiements", "/administration/paiements"}, {"Banque", bank_url}}}) +
                      ui::stack({ui::card({.title = "Fichier", .icon = ui::Icon::file}, facts), lines})});
}

}  // namespace payments
