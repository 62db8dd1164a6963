#include "support/gallery/frame_sample.hpp"
#include "support/gallery/gallery.hpp"
#include "web/ui/card.hpp"
#include "web/ui/map.hpp"
#include "web/ui/message_preview.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/timeline.hpp"

namespace gallery {

using namespace web::ui;
using web::html::fragment;
using web::html::Markup;
using web::html::Url;

namespace {

base::Instant at(int day, int hour, int minute) { return base::paris::at(*base::Day::of(2026, 11, day), hour, minute); }

PageHeader header() {
  return {
      .title = "Dégât des eaux · Lyon 3e",
      .reference = "T-2026-000123",
      .crumbs = {{"Dossiers", "/travaux/dossiers"}},
      .status = Badge{"EN ATTENTE DE DEVIS", Tone::warn, Icon::hourglass},
      .status_detail = "visite prévue le 24 nov.",
      .awaiting = Awaiting{"Plomberie du Rhône", "devis", Due{at(27, 0, 0), now(), Due::Kind::days}},
      .primary = Action{.label = "Envoyer à l’assureur", .url = "/envoi", .icon = Icon::send, .post = Post{"jeton"}},
      .others = {
          {.label = "Retirer la demande",
           .url = "/retrait",
           .look = Look::quiet,
           .post = Post{
               .csrf_token = "jeton",
               .question = "Retirer la demande faite à Plomberie du Rhône ?",
               .consequence =
                   "L’entreprise en est informée par SMS et e-mail, et ne voit plus les coordonnées de l’assurée."}}}};
}

Markup history() {
  return timeline({{.at = at(21, 9, 40),
                    .what = "Demande acceptée depuis le lien du SMS",
                    .who = "Plomberie du Rhône",
                    .proof = "preuve n° 4812",
                    .proof_url = Url("/preuves/4812"),
                    .icon = Icon::check,
                    .tone = Tone::good},
                   {.at = at(21, 9, 12),
                    .what = "SMS remis",
                    .who = "Mandat",
                    .proof = "accusé de l’opérateur",
                    .icon = Icon::device_mobile},
                   {.at = at(21, 9, 11),
                    .what = "Plomberie du Rhône mandatée",
                    .who = "Hélène Marchand",
                    .icon = Icon::hammer,
                    .tone = Tone::info},
                   {.at = at(21, 8, 58),
                    .what = "Demande refusée",
                    .who = "Azur Dépannage",
                    .detail = "« Complet jusqu’au 4 décembre. »",
                    .icon = Icon::x,
                    .tone = Tone::bad},
                   {.at = at(20, 17, 2), .what = "Sinistre déclaré", .who = "Hélène Marchand", .icon = Icon::flag}});
}

Markup aside() {
  return fragment(card({.title = "Assurée", .icon = Icon::user},
                       facts({{"Nom", "Nadia Benali"},
                              {"Téléphone", Value::phone("+33612345678", "06 12 34 56 78")},
                              {"E-mail", Value::mail("n.benali@exemple.fr")},
                              {"Adresse", Value::lines("14, rue des Acacias\n69003 Lyon")},
                              {"Accès", {}}})),
                  card({.title = "Échéances", .icon = Icon::clock},
                       facts({{"Devis attendu", Due{at(27, 0, 0), now(), Due::Kind::days}},
                              {"Annulation possible", Due{at(21, 22, 40), now()}},
                              {"Réponse", Due{at(21, 14, 0), now()}}})),
                  card({.title = "Argent", .icon = Icon::euro}, facts({{"Devis HT", base::Money{318'450}},
                                                                       {"Franchise", base::Money{15'000}},
                                                                       {"Prime de courtage", base::Money{5'000}}})));
}

Sample file() {
  return {
      "file",
      page(broker_frame("T-2026-000123"),
           fragment(page_header(header()),
                    two_columns(fragment(card({.title = "Parcours"}, journey({{"Déclaré", StepState::done, "20 nov."},
                                                                              {"Mandaté", StepState::done, "21 nov."},
                                                                              {"Accepté", StepState::done, "21 nov."},
                                                                              {"Devis", StepState::current},
                                                                              {"Assureur", StepState::upcoming},
                                                                              {"Chantier", StepState::upcoming},
                                                                              {"Clôture", StepState::upcoming}})),
                                         card({.title = "Chronologie", .icon = Icon::history}, history())),
                                aside())))};
}

Sample choose() {
  const auto firm = [](int rank, std::int32_t latitude, std::int32_t longitude, std::string name, int radius) {
    return MapPoint{latitude, longitude, std::move(name), MapPoint::Kind::proposed, rank, radius, Url("/travaux")};
  };
  const auto pick = [](const char* name) {
    return Value(action_button(
        {.label = "Mandater cette entreprise",
         .url = "/mandat",
         .post = Post{.csrf_token = "jeton",
                      .question = std::string("Mandater ") + name + " ?",
                      .consequence = "La demande part aussitôt par SMS et e-mail. L’entreprise a 48 h pour répondre.",
                      .fields = {{"entreprise", name}}}}));
  };
  const Table firms{.caption = "Entreprises proposées",
                    .columns = {{.label = "Entreprise"},
                                {.label = "Distance", .align = Align::end},
                                {.label = "Note", .align = Align::end},
                                {.label = "Réponse"},
                                {.label = ""}},
                    .rows = {{.cells = {Value::two_lines("1. Plomberie du Rhône", "Plomberie, chauffage"), "6 km",
                                        Value::number(872), "92 % en 5 h", pick("Plomberie du Rhône")}},
                             {.cells = {Value::two_lines("2. Sud Sanitaire", "Plomberie"), "11 km", Value::number(815),
                                        "88 % en 9 h", pick("Sud Sanitaire")}},
                             {.cells = {Value::two_lines("3. Azur Dépannage", "Plomberie"), "14 km", Value::number(640),
                                        "71 % en 20 h", pick("Azur Dépannage")}}}};
  return {
      "choose",
      page(
          broker_frame("Choisir une entreprise"),
          fragment(
              page_header({.title = "Choisir une entreprise",
                           .reference = "T-2026-000123",
                           .lead = "Plomberie · Lyon 3e · en journée",
                           .crumbs = {{"Dossiers", "/travaux/dossiers"}, {"T-2026-000123", "/travaux/dossiers/123"}}}),
              two_columns(data_table(firms),
                          map({"Trois entreprises autour de Lyon 3e",
                               {{45'758'000, 4'850'000, "Lieu du sinistre, Lyon 3e", MapPoint::Kind::place, {}, {}, {}},
                                firm(1, 45'779'000, 4'905'000, "Plomberie du Rhône, à 6 km", 15'000),
                                firm(2, 45'697'000, 4'885'000, "Sud Sanitaire, à 11 km", 20'000),
                                firm(3, 45'640'000, 4'790'000, "Azur Dépannage, à 14 km", 18'000),
                                {45'800'000,
                                 4'760'000,
                                 "Chauffage Lyonnais, écarté",
                                 MapPoint::Kind::excluded,
                                 {},
                                 {},
                                 {}}}}))))};
}

Sample outbox() {
  const std::vector<BodyLink> link{{"https://mandat.example.fr/r/7Qm2", Url("/r/7Qm2")}};
  return {
      "outbox",
      page(broker_frame("Messages envoyés"),
           fragment(
               page_header({.title = "Messages envoyés",
                            .lead = "En démonstration, rien ne part sur le réseau : voici ce que chacun recevrait."}),
               stack({notice({Tone::info, "Deux messages en attente", "Ils partiront avec le prochain envoi groupé."}),
                      message_preview({.channel = MessagePreview::Channel::sms,
                                       .to = "06 39 98 00 01 (Plomberie du Rhône)",
                                       .body = "Mandat : chantier plomberie à Lyon 3e, à 6 km. Répondez avant lun. 23 "
                                               "nov. 09:12 : https://mandat.example.fr/r/7Qm2",
                                       .at = at(21, 9, 12),
                                       .status = Badge{"Remis", Tone::good, Icon::circle_check},
                                       .note = "1 segment, 118 caractères",
                                       .links = link}),
                      message_preview(
                          {.channel = MessagePreview::Channel::mail,
                           .to = "contact@plomberie-rhone.exemple",
                           .subject = "Demande de chantier : plomberie, Lyon 3e",
                           .body = "Bonjour,\n\nLe cabinet Marchand vous propose un chantier de plomberie à Lyon 3e (à "
                                   "6 km).\n« Fuite sous évier, parquet gondolé. »\n\nRépondez avant lundi 23 "
                                   "novembre, 09:12 :\nhttps://mandat.example.fr/r/7Qm2\n\nMandat",
                           .at = at(21, 9, 12),
                           .status = Badge{"Envoyé", Tone::info, Icon::send},
                           .links = link})})))};
}

}  // namespace

std::vector<Sample> file_samples() {
  std::vector<Sample> all;
  all.push_back(file());
  all.push_back(choose());
  all.push_back(outbox());
  return all;
}

}  // namespace gallery
