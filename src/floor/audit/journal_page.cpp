// GET /administration/journal: the latest facts, and how far their chain is sealed (P10.journal).
#include <algorithm>

#include "base/french.hpp"
#include "base/text.hpp"
#include "floor/audit/audit.hpp"
#include "floor/audit/audit_store.hpp"
#include "floor/audit/detail_words.hpp"
#include "floor/audit/journal_search.hpp"
#include "floor/audit/pages.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/export.hpp"
#include "floor/visit/file_link.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace audit {

inline constexpr base::Rule journal_rules[] = {
    MANDAT_RULE("P10.journal",
                "Administrators read every fact with its author, instant and cause, see how far the chain "
                "is sealed, and may have it verified."),
    MANDAT_RULE("P10.search", "The journal is searched by person, by kind of fact and by day, together or apart"),
};

namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url journal_url = "/administration/journal";
constexpr int page_size = 30;

struct Read {
  std::vector<Fact> facts;
  bool more = false;
  std::int64_t sealed = 0;
  std::int64_t unsealed = 0;
  identity::Names names;
  std::string person = {};  // whose facts these are, when one was looked for
};

identity::Names names_in(db::Transaction& tx, const std::vector<Fact>& facts) {
  std::vector<identity::OrganisationId> organisations;
  std::vector<identity::AccountId> accounts;
  for (const Fact& fact : facts) {
    organisations.push_back(fact.organisation);
    accounts.push_back(fact.account);
    add_named(fact.details, organisations, accounts);
  }
  return {tx, std::move(organisations), std::move(accounts)};
}

// As the address tells it, so that a search can be kept and sent: ?q=&fait=&jour=
struct Search {
  std::string person, code, day;

  bool any() const { return !person.empty() || !code.empty() || !day.empty(); }
  Url url() const { return on(journal_url); }
  Url on(Url all) const {
    if (!person.empty()) all = all.query("q", person);
    if (!code.empty()) all = all.query("fait", code);
    if (!day.empty()) all = all.query("jour", day);
    return all;
  }
};

Search search_of(const visit::Visit& visit) {
  const auto& query = visit.request.query;
  Search search{std::string(base::trim(query.get("q"))), std::string(query.get("fait")),
                std::string(query.get("jour"))};
  if (!base::Day::from_iso(search.day)) search.day.clear();
  return search;
}

// What is looked for, and whose facts these are when somebody's are; null when there is nobody of that name.
struct Sought {
  Wanted wanted;
  std::string person = {};
};
std::optional<Sought> sought(db::Transaction& tx, const Search& search) {
  Sought found{.wanted = {.person = {}, .code = search.code, .day = base::Day::from_iso(search.day)}};
  if (search.person.empty()) return found;
  const auto accounts = identity::find_accounts(tx, {.search = search.person, .after = {}, .limit = 1});
  if (accounts.lines.empty()) return std::nullopt;
  found.wanted.person = accounts.lines.front().account.id;
  found.person = accounts.lines.front().account.name;
  return found;
}

Read read(const visit::Visit& visit, const Search& search, std::int64_t before) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    Read found;
    if (const auto of = sought(tx, search)) {
      found.person = of->person;
      found.facts = facts_wanted(tx, of->wanted, before, page_size + 1);
    }
    found.more = found.facts.size() > page_size;
    if (found.more) found.facts.pop_back();
    found.names = names_in(tx, found.facts);
    found.sealed = store::last_seal(tx).position;
    found.unsealed = store::count_unsealed(tx);
    return found;
  });
}

std::string author_text(const Fact& fact, const identity::Names& names) {
  const std::string& person = names.of(fact.account);
  const std::string cause(platform::label(fact.cause));
  if (!person.empty()) return person;
  return fact.author_detail.empty() ? cause : cause + " · " + fact.author_detail;
}

// As recorded, for the export.
std::string recorded(const Details& details) {
  std::string text;
  for (const auto& [name, value] : details) text += (text.empty() ? "" : " · ") + name + " " + value;
  return text;
}

ui::Row row_of(const visit::Visit& visit, const Fact& fact, const identity::Names& names) {
  return {.cells = {fact.at, ui::Value::two_lines(visit.site.word(fact.code), fact.code),
                    ui::Value::two_lines(author_text(fact, names), names.of(fact.organisation)),
                    visit::file_link(visit, fact.file), details_text(fact.details, names)}};
}

Markup table_of(const visit::Visit& visit, const Read& found) {
  ui::Table table{
      .caption = "Faits du journal, du plus récent au plus ancien",
      .columns = {{.label = "Quand"}, {.label = "Fait"}, {.label = "Par"}, {.label = "Dossier"}, {.label = "Détails"}},
      .rows = {}};
  for (const Fact& fact : found.facts) table.rows.push_back(row_of(visit, fact, found.names));
  return ui::data_table(table);
}

Markup chain_tiles(const Read& found) {
  return ui::stat_tiles({{.label = "Faits scellés",
                          .value = ui::Value::number(found.sealed),
                          .hint = "Chacun porte l’empreinte du précédent."},
                         {.label = "En attente du sceau",
                          .value = ui::Value::number(found.unsealed),
                          .hint = "Le sceau suit d’une seconde environ."}});
}

// The kinds that people have words for, by those words.
std::vector<ui::Option> kinds_of_facts(const visit::Visit& visit) {
  std::vector<ui::Option> kinds;
  for (const auto& [code, word] : visit.site.words) kinds.push_back({std::string(code), word});
  std::sort(kinds.begin(), kinds.end(), [](const ui::Option& one, const ui::Option& other) {
    const auto first = base::fold(one.label), second = base::fold(other.label);
    return first != second ? first < second : one.value < other.value;
  });
  return kinds;
}

Markup search_bar(const visit::Visit& visit, const Search& search, const Read& found) {
  ui::FilterBar bar{.action = journal_url,
                    .search_placeholder = "Personne : nom ou adresse e-mail…",
                    .search_text = search.person,
                    .cleared = journal_url};
  const auto without = [&](std::string Search::*part) {
    Search rest = search;
    (rest.*part).clear();
    return rest.url();
  };
  if (!search.person.empty() && !found.person.empty())
    bar.chips.push_back({"Personne", found.person, without(&Search::person)});
  if (!search.code.empty())
    bar.chips.push_back({"Fait", std::string(visit.site.word(search.code)), without(&Search::code)});
  if (const auto day = base::Day::from_iso(search.day))
    bar.chips.push_back({"Jour", base::french::day_medium(*day), without(&Search::day)});
  return ui::filter_bar(
      bar, ui::field_row(
               {ui::select_field(
                    ui::Field{.name = "fait", .label = "Fait", .value = search.code, .need = ui::Field::Need::optional},
                    kinds_of_facts(visit)),
                ui::date_field(ui::Field{.name = "jour",
                                         .label = "Jour",
                                         .value = search.day,
                                         .need = ui::Field::Need::optional,
                                         .width = ui::FieldWidth::short_text})}));
}

ui::Flash verdict(const Verification& verification) {
  if (verification.first_broken)
    return {ui::Tone::bad, "La chaîne est rompue à la position " + base::french::integer(*verification.first_broken) +
                               " : un fait ou son sceau a été modifié hors de l’application."};
  if (verification.unaccounted != 0)
    return {ui::Tone::bad, "Le compte des faits ne correspond pas à celui des sceaux : " +
                               base::french::integer(verification.unaccounted) + " d’écart."};
  return {ui::Tone::good, "La chaîne est intacte : " +
                              base::french::plural(verification.sealed, "fait vérifié", "faits vérifiés") + "."};
}

}  // namespace

web::Response show_journal(visit::Visit& visit) {
  const std::int64_t before = visit::id_from_text(visit.request.query.get("avant"));
  const Search search = search_of(visit);
  const Read found = read(visit, search, before);
  ui::PageHeader header{.title = "Journal",
                        .lead = "Chaque fait, écrit avec l’acte qu’il raconte, puis scellé. Rien ne s’y modifie."};
  header.others = {{.label = "Vérifier la chaîne",
                    .url = "/administration/journal/verification",
                    .icon = ui::Icon::shield,
                    .post = ui::Post{.csrf_token = visit::csrf_token(visit)}}};
  Markup body = ui::page_header(header) + chain_tiles(found) + search_bar(visit, search, found);
  if (found.facts.empty())
    body += ui::empty_state({.icon = ui::Icon::history,
                             .title = search.any() ? "Aucun fait ne correspond" : "Aucun fait",
                             .text = search.any() ? "Vérifiez l’adresse de la personne, ou retirez un critère."
                                                  : "Le premier acte fait sur la plateforme s’écrira ici."});
  else
    body += visit::export_menu(visit::both_files(search.on("/administration/journal/export.xlsx"),
                                                 search.on("/administration/journal/export.csv"),
                                                 search.any() ? "Les faits de cette recherche" : "Tous les faits")) +
            table_of(visit, found);
  body += ui::pager(
      {.previous = before != 0 ? std::optional(search.url()) : std::nullopt,
       .next = found.more ? std::optional(search.url().query("avant", found.facts.back().id)) : std::nullopt});
  return visit::page(visit, {.title = "Journal", .body = std::move(body), .width = ui::Frame::Width::full});
}

web::Response export_journal(visit::Visit& visit) {
  static constexpr tables::Column columns[] = {
      {.key = "fact", .label = "Fait n°"},
      {.key = "at", .label = "Quand", .kind = tables::Kind::instant},
      {.key = "what", .label = "Fait"},
      {.key = "code", .label = "Code"},
      {.key = "by", .label = "Par"},
      {.key = "organisation", .label = "Organisation"},
      {.key = "cause", .label = "Cause"},
      {.key = "file", .label = "Dossier"},
      {.key = "details", .label = "Détails", .most = 2000},
  };
  const Search search = search_of(visit);
  std::int64_t last = 0;
  return visit::exported(visit, {"journal", "Journal", columns}, [&](db::Transaction& tx, int limit) {
    const auto of = sought(tx, search);
    const auto page = of ? facts_wanted(tx, of->wanted, last, limit) : std::vector<Fact>{};
    const auto names = names_in(tx, page);
    std::vector<tables::Row> rows;
    for (const Fact& fact : page)
      rows.push_back({std::to_string(fact.id), fact.at, visit::cell(visit.site.word(fact.code)), fact.code,
                      author_text(fact, names), names.of(fact.organisation), visit::cell(platform::label(fact.cause)),
                      fact.file.kind.empty() ? std::string() : visit::to_text(fact.file), recorded(fact.details)});
    if (!page.empty()) last = page.back().id;
    return rows;
  });
}

// Changes nothing: a POST because it reads the whole chain, which no link should set off.
web::Response post_verification(visit::Visit& visit) {
  const Verification verification =
      visit.platform.database.read([&](db::Transaction& tx) { return verify(tx, visit.platform.settings.server_key); });
  return visit::see_other(visit, journal_url, verdict(verification));
}

}  // namespace audit
