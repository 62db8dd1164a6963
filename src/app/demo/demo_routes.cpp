#include "app/demo/demo_routes.hpp"

#include <algorithm>
#include <charconv>

#include "app/demo/cast.hpp"
#include "app/demo/credit/credit_cast.hpp"
#include "app/demo/motor/motor_cast.hpp"
#include "base/french.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/identity/organisations_by_id.hpp"
#include "floor/identity/sign_in.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/session_cookie.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/page_header.hpp"

namespace app::demo {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;

constexpr std::string_view administrator_mail = "agathe@mandat.example";
constexpr std::string_view second_administrator_mail = "basile@mandat.example";
struct Door {
  const char *person, *mail, *what;
};
constexpr Door broker_doors[] = {
    {"Claire Fontebride", "claire@fontebride.example", "Courtière, Cabinet Fontebride à Lyon"},
    {"Hugo Malvaux", "hugo@malvaux.example", "Courtier, Assurances Malvaux à Nantes"},
    {"Nora Quillevic", "nora@littoral.example", "Courtière, Courtage du Littoral à Marseille"}};
constexpr std::string_view remote_page = "ead";
constexpr std::int64_t longest_jump_minutes = 60 * 24 * 31;

// `page`: where it leads, when not to the first page.
web::ui::Line door(const std::string& person, const std::string& mail, const std::string& what,
                   const std::string& page = {}) {
  return {
      html::strong(person), what,
      web::ui::action_button({.label = "Entrer",
                              .url = Url("/demo/entree"),
                              .look = web::ui::Look::secondary,
                              .post = web::ui::Post{.csrf_token = "", .fields = {{"mail", mail}, {"page", page}}}})};
}

// A few tradesmen with something to do: those who were asked last.
std::vector<std::pair<std::string, std::string>> busy_tradesmen(db::Transaction& tx) {
  std::vector<std::pair<std::string, std::string>> found;
  deadlines::Page page = deadlines::pending_page(tx, {}, {}, 100);
  std::vector<identity::OrganisationId> owners;
  for (const auto& delay : page.deadlines)
    if (delay.owner) owners.push_back(delay.owner);
  const auto organisations = identity::organisations(tx, owners);
  for (const auto owner : owners) {
    if (found.size() == 3) break;
    const auto known = organisations.find(owner);
    if (known == organisations.end()) continue;
    const auto& organisation = known->second;
    if (!organisation.kinds.has(identity::OrganisationKind::tradesman) || !organisation.email) continue;
    const std::pair entry{organisation.name, organisation.email->text()};
    if (std::find(found.begin(), found.end(), entry) == found.end()) found.push_back(entry);
  }
  return found;
}

std::vector<web::ui::Line> credit_doors() {
  using namespace credit_desk;
  return {door("Solène Aldebert", std::string(broker_mail), "Courtière en assurance-crédit, dix dossiers en cours"),
          door("Inès Taillandier", std::string(company_mail),
               "Charpentes du Vexin, une offre à lire, un questionnaire à finir"),
          door("Coface", std::string(underwriter_mail), "Arbitre, des tests à blanc à répondre")};
}

std::vector<web::ui::Line> motor_doors() {
  using namespace motor_desk;
  return {door("Bruno Belmont", std::string(garage_mail), "Carrosserie Belmont, des dossiers dans les sept onglets"),
          door("Bruno Belmont, sur son téléphone", std::string(garage_mail),
               "Des photos d’expertise à distance à envoyer", std::string(remote_page)),
          door("Hélène Bastelin", std::string(firm_mail), "Experte, cabinet ATMOS à Lyon, des comptes à valider"),
          door("Karim Rouvreuil", std::string(other_firm_mail), "Expert, cabinet VIALIS à Nantes")};
}

web::Response show_doors(visit::Visit& visit) {
  const auto firms = visit.platform.database.read([](db::Transaction& tx) { return busy_tradesmen(tx); });
  std::vector<web::ui::Line> brokers;
  for (const Door& broker : broker_doors) brokers.push_back(door(broker.person, broker.mail, broker.what));
  std::vector<web::ui::Line> tradesmen;
  for (const auto& [name, mail] : firms)
    tradesmen.push_back(door(name, mail, "Artisan, une réponse ou un devis attendu"));
  const Markup body =
      web::ui::page_header({.title = "La démonstration",
                            .lead = "Tout est inventé. Entrez sous l’identité de votre choix, puis avancez l’heure "
                                    "pour voir les délais échoir."}) +
      web::ui::stack(
          {web::ui::card({.title = "Courtiers", .icon = web::ui::Icon::building}, web::ui::lines(brokers, {})),
           web::ui::card(
               {.title = "Artisans", .icon = web::ui::Icon::hammer},
               web::ui::lines(tradesmen,
                              "Aucun artisan n’a de réponse à donner : avancez l’heure, ou déclarez un sinistre.")),
           web::ui::card({.title = "Réparateurs et cabinets d’expertise", .icon = web::ui::Icon::car},
                         web::ui::lines(motor_doors(), {})),
           web::ui::card({.title = "Assurance-crédit", .icon = web::ui::Icon::chart},
                         web::ui::lines(credit_doors(), {})),
           web::ui::card({.title = "Administration", .icon = web::ui::Icon::shield},
                         web::ui::lines({door("Agathe Corbinot", std::string(administrator_mail),
                                              "Administratrice, prépare les remises"),
                                         door("Basile Norvant", std::string(second_administrator_mail),
                                              "Administrateur, libère les remises")},
                                        {}))}) +
      html::p(html::cls("quiet"), "Les SMS et les e-mails envoyés se lisent dans ",
              html::a(html::href(web::ui::outbox_url), "les messages envoyés"), ".");
  return visit::plain_page(visit, {.title = "Démonstration", .body = body});
}

web::Response enter(visit::Visit& visit) {
  const auto mail = visit.request.form.get("mail");
  const auto entry = identity::sign_in(visit.platform, {.email = mail,
                                                        .password = password,
                                                        .client = visit::client_of(visit.request),
                                                        .former_secret = visit::session_secret(visit.request)});
  if (!entry) return visit::refused(visit, entry.refusals());
  if (entry->kind == identity::Entry::Kind::half_session) {  // a visitor tried the second factor on this person
    auto response = visit::see_other(Url("/connexion/code"));
    visit::give_half_session(response, visit.request, entry->secret);
    return response;
  }
  const bool remote = visit.request.form.get("page") == remote_page;
  auto response =
      visit::see_other(remote ? Url("/reparateurs").query("etat", "expertise-ead") : Url(web::ui::home_url));
  visit::give_session(response, visit.request, entry->secret);
  return response;
}

web::Response move_clock(visit::Visit& visit) {
  const auto typed = visit.request.form.get("minutes");
  std::int64_t minutes = 0;
  std::from_chars(typed.data(), typed.data() + typed.size(), minutes);
  if (minutes < 1 || minutes > longest_jump_minutes || visit.platform.demo_clock == nullptr)
    return visit::not_found(visit);
  visit.platform.demo_clock->advance(base::minutes(minutes));
  const auto now = visit.platform.clock.now();
  return visit::see_other(
      visit, web::ui::home_url,
      {web::ui::Tone::good, "Il est maintenant " + base::french::instant_weekday(now) + " dans la démonstration."});
}

constexpr visit::Route rows[] = {
    {web::Method::get, "/demo", visit::Permission::demo_visitor(), show_doors},
    {web::Method::post, "/demo/entree", visit::Permission::demo_visitor(), enter},
    {web::Method::post, "/demo/horloge", visit::Permission::demo_visitor(), move_clock},
};

}  // namespace

std::span<const visit::Route> routes() { return rows; }

}  // namespace app::demo
