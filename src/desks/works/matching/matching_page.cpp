// GET /travaux/lots/{}/entreprises: who can take the lot, why in this order, and who cannot (W11).
#include "base/french.hpp"
#include "desks/works/lot/split.hpp"
#include "desks/works/lot/split_rules.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "desks/works/matching/firm_list.hpp"
#include "desks/works/matching/live_firms.hpp"
#include "desks/works/matching/matching_pages.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/places/communes.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace works::matching {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

constexpr int most_proposed = 10;
constexpr int most_excluded = 50;

enum class View { proposed, excluded };

struct Earlier {
  std::string firm;
  std::string told;
};

struct Shown {
  View view;
  int step_m;  // of distance, in which the rating decides
  claim::Claim claim;
  lot::Lot lot;
  std::vector<Match> matches;  // of the view that is shown; none when the lot is taken
  std::vector<Excluded> excluded;
  std::vector<Earlier> earlier;
  std::string holder;  // the firm that has the lot, if any
  std::size_t lots;    // of the claim

  bool ended() const { return claim.closed_by_broker_at || claim.abandoned_at; }
};

// Tells who had the lot before, and who has it.
void tell_mandates(db::Transaction& tx, Shown& shown) {
  const auto mandates = mandate::of_lot(tx, shown.lot.id);
  std::vector<identity::OrganisationId> firms;
  for (const auto& mandate : mandates) firms.push_back(mandate.tradesman);
  const auto names = identity::organisation_names(tx, firms);
  for (std::size_t i = 0; i < mandates.size(); ++i) {
    const auto& mandate = mandates[i];
    if (mandate::live(mandate.state))
      shown.holder = names[i];
    else
      shown.earlier.push_back(
          {names[i], told({mandate.state, base::paris::day_of(mandate.ended_at.value_or(mandate.asked_at))})});
  }
}

std::optional<Shown> load(visit::Visit& visit, View view) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Shown> {
    const auto lot = lot::find(tx, LotId{visit.id()});
    const auto claim = lot ? claim::find(tx, lot->claim, visit.actor()) : std::nullopt;
    if (!claim) return std::nullopt;
    Shown shown{.view = view,
                .step_m = tx.kept().of<LiveFirms>().ranking().step_m,
                .claim = *claim,
                .lot = *lot,
                .matches = {},
                .excluded = {},
                .earlier = {},
                .holder = {},
                .lots = lot::of_claim(tx, claim->id).size()};
    tell_mandates(tx, shown);
    if (lot->state != lot::State::to_assign) return shown;
    if (view == View::proposed)
      shown.matches = find(tx, *claim, *lot, visit.now, most_proposed);
    else
      shown.excluded = find_excluded(tx, *claim, *lot, visit.now, most_excluded);
    return shown;
  });
}

Url file_url(const Shown& shown) { return Url::path("/travaux/dossiers/{}", shown.claim.id); }
Url page_url(const Shown& shown) { return Url::path("/travaux/lots/{}/entreprises", shown.lot.id); }
Url excluded_url(const Shown& shown) { return page_url(shown).query("vue", "ecartees"); }

Markup header(const Shown& shown) {
  const auto& place = shown.claim.place;
  return ui::page_header({.title = "Choisir une entreprise",
                          .reference = shown.claim.reference,
                          .lead = lot::trades_label(shown.lot) + " · " + place.postal_code + " " + place.name +
                                  " · à partir du " + base::french::day_medium(shown.claim.needed_from),
                          .crumbs = {{"Dossiers", Url("/travaux")}, {shown.claim.reference, file_url(shown)}}});
}

// Distances are only as good as the place: said where the commune's own seat is not known.
Markup position_notice(const Shown& shown) {
  const auto& place = shown.claim.place;
  const auto* commune = places::find(place.insee, place.postal_code);
  const std::string note = commune ? places::position_note(*commune) : std::string();
  if (note.empty()) return {};
  return ui::notice({ui::Tone::info, place.name + " : " + note, "Les distances affichées le sont aussi."});
}

Markup earlier_card(const Shown& shown) {
  if (shown.earlier.empty()) return {};
  return ui::card({.title = "Déjà sollicitées pour ce lot", .icon = ui::Icon::history},
                  html::ul(html::cls("reasons"), html::each(shown.earlier, [](const Earlier& earlier) {
                             return html::li(html::strong(earlier.firm), " ", earlier.told);
                           })));
}

Markup taken_notice(const Shown& shown) {
  const std::string text = shown.holder.empty()
                               ? std::string("Il est classé sans suite.")
                               : "Il est confié à " + shown.holder + " : une seule entreprise à la fois.";
  return ui::notice({ui::Tone::info, "Ce lot n’attend pas d’entreprise", text},
                    ui::action_button({.label = "Retour au dossier", .url = file_url(shown)}));
}

bool may_act(const visit::Visit& visit) {
  const auto& actor = visit.actor();
  return actor.is(identity::OrganisationKind::broker) && identity::at_least(actor.role, identity::Role::member);
}

Markup choose(const visit::Visit& visit, const Shown& shown, const Match& match, int rank) {
  if (!may_act(visit)) return {};
  return ui::action_button(
      {.label = "Mandater cette entreprise",
       .url = Url::path("/travaux/lots/{}/mandat", shown.lot.id),
       .look = rank == 1 ? ui::Look::primary : ui::Look::secondary,
       .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                        .fields = {{"entreprise", std::to_string(match.firm.organisation.value)}}}});
}

// W12.split: a lot of several trades may be too much for one firm, each of its trades not.
Markup split_card(const visit::Visit& visit, const Shown& shown) {
  if (!may_act(visit) || !lot::may_split(shown.lot.state, shown.lot.trades.size(), shown.lots, shown.ended()))
    return {};
  return ui::card({.title = "Partager ce lot en deux", .icon = ui::Icon::hammer, .id = "partage"},
                  lot::split_form(shown.lot, visit::csrf_token(visit), {}));
}

Markup nobody(const visit::Visit& visit, const Shown& shown) {
  const bool several = shown.lot.trades.size() > 1;
  return ui::stack(
      {ui::empty_state(
           {.icon = ui::Icon::users,
            .title = "Aucune entreprise ne peut prendre ce lot",
            .text = several ? "Une entreprise doit couvrir tous les métiers du lot. Voyez qui est écarté, et pourquoi, "
                              "ou partagez le lot : chaque partie aura son entreprise."
                            : "Voyez qui est écarté, et pourquoi : une absence ou un rayon peut changer. Si personne "
                              "ne convient, classez le lot SANS SUITE depuis le dossier.",
            .action = ui::Action{.label = "Voir les entreprises écartées", .url = excluded_url(shown)}}),
       split_card(visit, shown)});
}

Markup proposed_view(const visit::Visit& visit, const Shown& shown) {
  if (shown.matches.empty()) return nobody(visit, shown);
  const auto act = [&](const Match& match, int rank) { return choose(visit, shown, match, rank); };
  return proposed_list(shown.matches, act) +
         html::p(html::cls("quiet"), "Classement : d’abord la distance, par tranches de ",
                 base::french::distance(shown.step_m), ", puis la note sur ",
                 base::french::integer(tradesman::whole_rating), ". Chaque critère démarre avec ",
                 tradesman::imagined_past.value(),
                 " demandes fictives, à moitié réussies : une nouvelle venue a sa chance.");
}

Markup excluded_view(const Shown& shown) {
  if (shown.excluded.empty())
    return ui::empty_state({.icon = ui::Icon::circle_check,
                            .title = "Aucune entreprise de ce métier n’est écartée alentour",
                            .text = "Toutes celles dont la zone est proche sont proposées.",
                            .action = ui::Action{.label = "Voir les entreprises proposées", .url = page_url(shown)}});
  return excluded_table(shown.excluded);
}

Markup body(const visit::Visit& visit, const Shown& shown) {
  if (shown.lot.state != lot::State::to_assign)
    return header(shown) + ui::stack({taken_notice(shown), earlier_card(shown)});
  const bool proposed = shown.view == View::proposed;
  const Markup tabs =
      ui::tabs("Entreprises", {{.label = "Proposées", .url = page_url(shown), .current = proposed},
                               {.label = "Écartées", .url = excluded_url(shown), .current = !proposed}});
  const Markup list = proposed ? proposed_view(visit, shown) : excluded_view(shown);
  const Markup map = ui::map(proposed ? map_of(shown.claim, shown.matches) : map_of(shown.claim, shown.excluded));
  return header(shown) + tabs + ui::two_columns(list, ui::stack({position_notice(shown), map, earlier_card(shown)}));
}

}  // namespace

web::Response show_firms(visit::Visit& visit) {
  const View view = visit.request.query.get("vue") == "ecartees" ? View::excluded : View::proposed;
  const auto shown = load(visit, view);
  if (!shown) return visit::not_found(visit);
  return visit::page(visit, {.title = "Choisir une entreprise · " + shown->claim.reference,
                             .body = body(visit, *shown),
                             .width = ui::Frame::Width::full});
}

}  // namespace works::matching
