// GET /administration/ecritures/{}: one entry, and the reversal that corrects it (W30).
#include "floor/ledger/correction.hpp"
#include "floor/ledger/entry_view.hpp"
#include "floor/ledger/pages.hpp"
#include "floor/ledger/trial_balance.hpp"
#include "floor/visit/file_link.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/page_header.hpp"

namespace ledger {

namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

Url entry_url(EntryId id) { return Url::path("/administration/ecritures/{}", id); }

struct Read {
  Entry entry;
  std::optional<EntryId> reversal;
  identity::Names names;
};

std::optional<Read> read(const visit::Visit& visit, EntryId id) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Read> {
    auto entry = find(tx, id);
    if (!entry) return std::nullopt;
    auto names = names_in(tx, {*entry});
    return Read{std::move(*entry), reversal_of(tx, id), std::move(names)};
  });
}

Markup facts_card(const visit::Visit& visit, const Read& found) {
  const Entry& entry = found.entry;
  std::vector<ui::Fact> facts{{"Passée le", entry.at},
                              {"Par", entry.by ? found.names.of(entry.by) : std::string("Écriture automatique")},
                              {"Dossier", visit::file_link(visit, entry.file)}};
  if (entry.reverses) {
    facts.push_back({"Corrige", ui::Value::link(entry_url(entry.reverses), "L’écriture d’origine")});
    facts.push_back({"Motif", entry.reason});
  }
  if (found.reversal)
    facts.push_back({"Corrigée par", ui::Value::link(entry_url(*found.reversal), "Sa contre-passation")});
  return ui::card({.title = "Origine", .icon = ui::Icon::info}, ui::facts(facts));
}

Markup reversal_card(const visit::Visit& visit, const Read& found, const ui::FormState& state) {
  const bool may_reverse = identity::at_least(visit.actor().role, identity::Role::member);
  if (found.reversal || !may_reverse) return {};
  return ui::card(
      {.title = "Contre-passer", .icon = ui::Icon::refresh},
      ui::form({.action = Url::path("/administration/ecritures/{}/contre-passation", found.entry.id),
                .csrf_token = visit::csrf_token(visit),
                .submit = "Contre-passer l’écriture",
                .look = ui::Look::secondary,
                .errors = state.errors()},
               web::html::p(web::html::cls("quiet"),
                            "Une écriture inverse annule celle-ci. Les deux restent au journal, à votre nom.") +
                   ui::text_field(ui::Field{.name = "reason", .label = "Motif"}.with(state))));
}

web::Response draw(visit::Visit& visit, EntryId id, const ui::FormState& state, int status) {
  const auto found = read(visit, id);
  if (!found) return visit::not_found(visit);
  const std::string title = title_of(visit, found->entry);
  ui::PageHeader header{.title = title, .crumbs = {{"Écritures", "/administration/ecritures"}}};
  if (found->reversal) header.status = ui::Badge{"contre-passée", ui::Tone::mute, ui::Icon::ban};
  const Markup lines =
      ui::card({.title = "Lignes", .icon = ui::Icon::list}, lines_table(found->entry, found->names, Foot::totals));
  return visit::page(visit,
                     {.title = title,
                      .body = ui::page_header(header) +
                              ui::two_columns(lines, facts_card(visit, *found) + reversal_card(visit, *found, state)),
                      .status = status});
}

}  // namespace

web::Response show_entry(visit::Visit& visit) { return draw(visit, EntryId{visit.id()}, {}, 200); }

web::Response post_reversal(visit::Visit& visit) {
  const EntryId id{visit.id()};
  const auto reversed = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return correct(act, visit.site.handlers, id, visit.request.form.get("reason"));
  });
  if (reversed) return visit::see_other(visit, entry_url(id), {ui::Tone::good, "L’écriture est contre-passée."});
  if (!reversed.refused_as(reason_required)) return visit::refused(visit, reversed.refusals());
  return draw(visit, id, visit::form_state(visit, reversed.refusals()), 422);
}

}  // namespace ledger
