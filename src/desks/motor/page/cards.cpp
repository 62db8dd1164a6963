// Who and what a file is about (M15): what is not known reads non-renseigné.
#include "base/identifiers.hpp"
#include "desks/motor/file/file_view_words.hpp"
#include "desks/motor/file/flags.hpp"
#include "desks/motor/list/list_query.hpp"
#include "desks/motor/page/file_view.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace motor::page {
namespace {

namespace html = web::html;
using file::or_unknown;
using html::Markup;
using web::ui::Fact;
using web::ui::Value;

Value phone(const std::string& e164) {
  const auto known = base::Phone::parse(e164);
  return known ? Value::phone(known->e164(), known->national()) : Value(or_unknown(e164));
}

Value day(const std::optional<base::Day>& day) { return day ? Value(list::dashed(*day)) : Value(or_unknown("")); }

// One of the marks of an irreparable vehicle, with its day: the delays of the law run from it (M35).
Markup dated_mark(const FileView& view, file::Mark mark, std::string_view words) {
  const auto url = html::Url::path("/reparateurs/dossiers/{}/indicateurs", view.file.id);
  const std::string form(url.text()), name(to_text(mark));
  const bool again = view.typed.form() == form && view.typed.value("mark") == name;
  base::Day proposed = base::paris::day_of(view.now);
  if (const auto report = document::latest_report(view.papers); report && mark == file::Mark::irreparable)
    proposed = base::paris::day_of(report->at);
  web::ui::Field day{.name = "day",
                     .label = std::string(day_label(mark)),
                     .value = proposed.iso(),
                     .hint = mark == file::Mark::owner_answer ? "" : "Le délai de la loi court à partir de ce jour.",
                     .width = web::ui::FieldWidth::short_text,
                     .form = form};
  return web::ui::disclosure(
      std::string(words), again ? web::ui::Fold::open : web::ui::Fold::closed,
      web::ui::form(
          {.action = url, .csrf_token = view.csrf_token, .submit = "Enregistrer", .look = web::ui::Look::secondary},
          web::ui::hidden_field("mark", name) +
              web::ui::date_field(again ? std::move(day).with(view.typed) : std::move(day))));
}

// An acceptance whose last day is over is still there, and says so (M20).
web::ui::Stat validity(const document::PaymentAgreement& agreement, base::Day today) {
  const bool over = agreement.valid_until < today;
  return {.label = over ? "Expirée depuis le" : "Valable jusqu’au",
          .value = list::dashed(over ? agreement.valid_until + 1 : agreement.valid_until),
          .hint = over ? "Une prolongation se demande à l’assureur." : "",
          .tone = over ? web::ui::Tone::bad : web::ui::Tone::neutral};
}

}  // namespace

Markup vehicle_card(const FileView& view) {
  const auto& vehicle = view.file.vehicle;
  std::vector<Fact> facts{{"Marque", or_unknown(vehicle.make)},
                          {"Modèle", or_unknown(vehicle.model)},
                          {"Immatriculation", or_unknown(vehicle.plate)}};
  if (!vehicle.vin.empty()) facts.push_back({"N° de série (VIN)", vehicle.vin});
  return web::ui::card({.title = "Véhicule", .icon = web::ui::Icon::car}, web::ui::facts(facts));
}

Markup insured_card(const FileView& view) {
  const auto& insured = view.file.insured;
  return web::ui::card(
      {.title = "Assuré", .icon = web::ui::Icon::user},
      web::ui::facts({{"Nom", or_unknown(insured.name)},
                      {"E-mail", insured.email.empty() ? Value(or_unknown("")) : Value::mail(insured.email)},
                      {"Téléphone", phone(insured.phone)}}));
}

Markup principal_card(const FileView& view) {
  const auto& file = view.file;
  const std::string insurer =
      file.insurer.code.empty() ? file.insurer.name : file.insurer.code + " · " + file.insurer.name;
  return web::ui::card(
      {.title = "Mandant et compagnie", .icon = web::ui::Icon::building},
      web::ui::facts({{"Nom mandant", or_unknown(file.principal)},
                      {"Assurance", or_unknown(insurer)},
                      {"N° de sinistre", or_unknown(file.claim_number)},
                      {"Date sinistre", day(file.claim_day)},
                      {"Date expertise", day(file.inspection_day)},
                      {"Dernier chiffrage", file.last_amount ? Value(*file.last_amount) : Value(or_unknown(""))}}));
}

Markup parties_card(const FileView& view) {
  const auto& file = view.file;
  const std::string& repairer = view.names.of(file.repairer);
  std::vector<Fact> facts{{"Cabinet", file.cabinet_code + " · " + view.names.of(file.cabinet)},
                          {"Réparateur", !repairer.empty()    ? repairer
                                         : file.siret.empty() ? "à choisir"
                                                              : "non rattaché"},
                          {"SIRET", or_unknown(file::siret_spaced(file.siret))}};
  if (!file.place.name.empty()) facts.push_back({"Lieu d’expertise", file.place.postal_code + " " + file.place.name});
  if (file.repairer)
    facts.push_back(
        {"Tarif", Value::link(html::Url::path("/reparateurs/dossiers/{}/tarifs", file.id),
                              file.inspection_day ? "En vigueur à la date d’expertise" : "En vigueur aujourd’hui")});
  return web::ui::card({.title = "Cabinet et réparateur", .icon = web::ui::Icon::tool}, web::ui::facts(facts));
}

Markup flags_card(const FileView& view) {
  using file::Mark;
  const auto& flags = view.file.flags;
  std::vector<Fact> facts;
  if (flags.irreparable_on) {
    facts.push_back({"VEI : rapport du", list::dashed(*flags.irreparable_on)});
    facts.push_back({"Offre de l’assureur",
                     flags.insurer_offer_on ? Value(list::dashed(*flags.insurer_offer_on)) : Value("attendue")});
    if (flags.insurer_offer_on)
      facts.push_back({"Réponse du propriétaire",
                       flags.owner_answer_on ? Value(list::dashed(*flags.owner_answer_on)) : Value("attendue")});
  }
  if (flags.danger != file::Danger::none) {
    facts.push_back({"Procédure", std::string(label(flags.danger))});
    facts.push_back({"Rapport de conformité", flags.conformity_on ? Value(list::dashed(*flags.conformity_on))
                                                                  : Value("attendu avant toute livraison")});
  }
  for (const auto& delay : view.delays)
    if (delay.subject_kind == file::irreparable_subject)
      facts.push_back({"Échéance", Value(deadlines::due_of(delay.due, view.now))});
  Markup body = facts.empty() ? html::p(html::cls("quiet"), "Aucun signalement.") : web::ui::facts(facts);
  if (view.firm() && view.may_act) {
    std::vector<web::ui::Action> acts;
    constexpr std::pair<Mark, std::string_view> words[] = {
        {Mark::irreparable, "Signaler VEI"},      {Mark::insurer_offer, "Noter l’offre de l’assureur"},
        {Mark::owner_answer, "Noter la réponse"}, {Mark::irreparable_lifted, "Lever VEI"},
        {Mark::danger_ve, "Signaler VE"},         {Mark::danger_vge, "Signaler VGE"},
        {Mark::danger_lifted, "Lever VE / VGE"}};
    for (const auto& [mark, words_of_mark] : words) {
      if (!possible(flags, mark)) continue;
      if (!day_label(mark).empty()) {
        body += dated_mark(view, mark, words_of_mark);
        continue;
      }
      acts.push_back(
          {.label = std::string(words_of_mark),
           .url = html::Url::path("/reparateurs/dossiers/{}/indicateurs", view.file.id),
           .look = web::ui::Look::quiet,
           .post = web::ui::Post{.csrf_token = view.csrf_token, .fields = {{"mark", std::string(to_text(mark))}}}});
    }
    body += web::ui::actions_row(acts);
  } else if (facts.empty()) {
    return {};
  }
  return web::ui::card({.title = "Procédures VEI, VE, VGE", .icon = web::ui::Icon::flag}, body);
}

Markup agreement_card(const FileView& view) {
  if (!view.agreement) return {};
  const auto& agreement = *view.agreement;
  return web::ui::card(
      {.title = "Prise en charge",
       .icon = web::ui::Icon::shield,
       .action = web::ui::Action{.label = "Télécharger",
                                 .url = html::Url::path("/documents/{}", agreement.document),
                                 .look = web::ui::Look::quiet,
                                 .icon = web::ui::Icon::download},
       .id = "prise-en-charge"},
      web::ui::stat_tiles({{.label = "Montant pris en charge", .value = agreement.amount, .tone = web::ui::Tone::good},
                           {.label = "Franchise à la charge du client", .value = agreement.excess},
                           {.label = "TVA à la charge du client", .value = agreement.vat_left},
                           validity(agreement, base::paris::day_of(view.now))}));
}

}  // namespace motor::page
