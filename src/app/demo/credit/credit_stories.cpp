#include "app/demo/credit/credit_stories.hpp"

#include <fmt/format.h>

#include "app/demo/credit/contract_stories.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/file/giving_up.hpp"
#include "desks/credit/insurer/insurer.hpp"
#include "desks/credit/placement/first_contact.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/closing.hpp"
#include "desks/credit/portfolio/invitation.hpp"
#include "desks/credit/portfolio/portfolio_actions.hpp"

namespace app::demo::credit_desk {
namespace {

using credit::PlacementId;
using credit::portfolio::NewBuyer;

// How far each story goes, and how many days ago it began.
enum class Until { opened, half_filled, complete, asked, half_answered, answered, closed, given_up };
struct Story {
  const char *company, *size, *need, *person, *activity, *naf;
  Until until;
  int days_ago, buyers, turnover;  // turnover in thousands of euros
};
constexpr Story stories[] = {
    {"Charpentes du Vexin", "small_or_medium", "credit_insurance", "Inès Taillandier", "Charpentes métalliques",
     "25.11Z", Until::half_filled, 2, 6, 4200},
    {"Négoce Lartigue", "very_small", "credit_insurance", "Paul Lartigue", "Négoce de matériaux", "46.73A",
     Until::opened, 0, 0, 680},
    {"Laboratoires Miravel", "intermediate", "existing_policy", "Odile Miravel", "Compléments alimentaires", "10.89Z",
     Until::complete, 4, 24, 31000},
    {"Transports Oriane", "small_or_medium", "credit_insurance", "Marc Delvaux", "Transport routier de fret", "49.41A",
     Until::asked, 5, 18, 7900},
    {"Emballages Sauternes", "small_or_medium", "credit_insurance", "Lise Bréhat", "Emballages en carton", "17.21A",
     Until::half_answered, 7, 32, 12400},
    {"Menuiseries Corvaz", "small_or_medium", "factoring", "Yann Corvaz", "Menuiseries bois", "16.23Z", Until::answered,
     9, 20, 5600},
    {"Électronique Beauvallon", "large", "credit_insurance", "Claire Sénéchal", "Cartes électroniques", "26.12Z",
     Until::closed, 10, 400, 148000},
    {"Atelier Mirebeau", "very_small", "advice", "Jean Mirebeau", "Mobilier sur mesure", "31.09B", Until::closed, 11,
     12, 950},
    // Of the company that has a space: its second project, an offer to answer.
    {"Charpentes du Vexin", "small_or_medium", "existing_policy", "Inès Taillandier", "Charpentes bois", "16.23Z",
     Until::closed, 10, 14, 4200},
    {"Cartonnages Delorme", "small_or_medium", "credit_insurance", "Maud Delorme", "Cartons et emballages", "17.21A",
     Until::closed, 11, 16, 6200},
    {"Fonderies de l’Isle", "intermediate", "credit_insurance", "Agnès Roure", "Fonderie d’acier", "24.52Z",
     Until::given_up, 9, 0, 22000},
};

constexpr const char* buyer_words[] = {"Aciéries",    "Bâtiments",   "Carrières",      "Distribution",
                                       "Équipements", "Fermetures",  "Grands Moulins", "Habitat",
                                       "Industries",  "Jardineries", "Logistique",     "Matériaux",
                                       "Négoce",      "Outillage",   "Papeteries",     "Quincaillerie"};
constexpr const char* buyer_places[] = {"de Brenne",  "du Ségala",  "de l’Aubrac", "des Dombes",
                                        "du Perche",  "de Puisaye", "du Quercy",   "de Thiérache",
                                        "du Vercors", "de Bresse",  "du Forez",    "des Landes"};
constexpr const char* sectors[] = {"BTP", "Industrie", "Négoce", "Grande distribution", "Transport", "Agroalimentaire"};
constexpr std::pair<const char*, const char*> abroad[] = {{"DE", "HRB"}, {"BE", "BCE"}, {"ES", "NIF"}, {"IT", "REA"}};

NewBuyer buyer(Dice& dice, int number) {
  NewBuyer made;
  made.name = fmt::format("{} {}", dice.pick(buyer_words), dice.pick(buyer_places));
  made.exposure = base::Money::euros(dice.between(4, 40) * dice.between(1, 12) * 500);
  constexpr int terms[] = {30, 30, 45, 45, 60, 60, 90};
  made.terms_days = dice.pick(terms);
  made.sector = dice.pick(sectors);
  made.identifier = siren(20'000 + number).text();
  if (dice.percent(15)) {
    const auto& [country, register_name] = dice.pick(abroad);
    made.country = country;
    made.identifier = fmt::format("{}{}", register_name, 100'000 + number);
  }
  return made;
}

class Teller {
 public:
  Teller(House& house, const CreditCast& cast, Dice& dice) : house_(house), cast_(cast), dice_(dice) {}

  void open(const Story& story, std::size_t number) {
    const bool own = std::string_view(story.company) == stories[0].company;  // it has a space
    credit::placement::ContactForm form{.company_name = story.company,
                                        .siren = siren(own ? 31 : 600 + static_cast<int>(number)).text(),
                                        .size = story.size,
                                        .contact_name = story.person,
                                        .contact_email = mail_name(story.person) + "@client.example",
                                        .contact_phone = mobile(300 + static_cast<int>(number)).e164(),
                                        .channel = number % 2 == 0 ? "phone" : "email",
                                        .need = story.need,
                                        .notes = "",
                                        .form_key = fmt::format("demo-credit-{}", number)};
    const auto first = credit::placement::check(form);
    MANDAT_ASSERT(first);
    const auto opened = credit::placement::open_placement(platform(), broker(), *first);
    MANDAT_ASSERT(opened);
    id_ = *opened;
    if (story.until == Until::opened) {  // it fills its questionnaire behind the link in its mail
      const auto invited = credit::portfolio::invite(platform(), broker(), id_, form.contact_email);
      MANDAT_ASSERT(invited);
    }
    if (own)
      act([&](platform::Act& act) {
        auto placement = credit::placement::find(act.tx, id_).value();
        placement.company_space = cast_.company.actor.organisation;
        credit::placement::hand_to(act, placement, credit::placement::WaitingFor::company);
      });
  }
  void fill(const Story& story) {
    web::Fields form;
    const std::int64_t turnover = story.turnover * 1000LL;
    form.add("turnover", std::to_string(turnover));
    form.add("public_sales", std::to_string(turnover / 20));
    form.add("private_sales", "0");
    form.add("group_sales", "0");
    form.add("activity", story.activity);
    form.add("naf", story.naf);
    if (story.until != Until::half_filled) {
      form.add("cash_sales", std::to_string(turnover / 25));
      form.add("export_sales", std::to_string(turnover / 8));
      form.add("customers", std::to_string(story.buyers * 4));
      form.add("average_invoice", "2 850");
      form.add("largest_exposure", std::to_string(turnover / 30));
      form.add("bank", "Banque du Vexin");
      const bool insured = story.until == Until::complete;
      form.add("insured_already", insured ? "oui" : "non");
      if (insured) {
        form.add("insurer", "Coface");
        form.add("policy_end", (base::paris::day_of(platform().clock.now()) + 75).iso());
      }
    }
    std::vector<NewBuyer> buyers;
    for (int i = 0; i < story.buyers; ++i) buyers.push_back(buyer(dice_, ++buyers_));
    act([&](platform::Act& act) {
      const auto saved = credit::portfolio::save_questionnaire(act, id_, broker(), form);
      const auto taken = credit::portfolio::take_buyers(act, id_, broker(), buyers);
      MANDAT_ASSERT(saved && taken);
      if (story.until == Until::half_filled) return;
      const auto said = credit::portfolio::say_losses(act, id_, broker(), {}, credit::portfolio::Said::none);
      MANDAT_ASSERT(said);
    });
  }
  void complete() {
    const auto done =
        credit::portfolio::close_information(platform(), broker(), id_, credit::portfolio::Closing::as_it_stands);
    MANDAT_ASSERT(done);
  }
  void ask() {
    web::Fields form;
    for (const auto& insurer : insurers()) {
      form.add("insurer", insurer.slug);
      form.add("email_" + insurer.slug, insurer.email);
    }
    form.add("due", (base::paris::day_of(platform().clock.now()) + 4).iso());
    form.add("naming", "anonymous");
    const auto test = credit::blind_test::launch(platform(), broker(), id_, form);
    MANDAT_ASSERT(test);
    test_ = *test;
  }
  // Insurers answer what suits them: each has its own appetite.
  void answer(int percent_of_insurers) {
    const auto submissions =
        platform().database.read([&](db::Transaction& tx) { return credit::blind_test::submissions_of(tx, test_); });
    const auto lines =
        platform().database.read([&](db::Transaction& tx) { return credit::blind_test::lines_of(tx, test_); });
    for (std::size_t i = 0; i < submissions.size(); ++i) {
      if (static_cast<int>(i * 100 / submissions.size()) >= percent_of_insurers) break;
      answer(submissions[i], lines, 45 + static_cast<int>(i * 13 % 40));
    }
  }
  void close() {
    const auto closed = credit::blind_test::close_test(platform(), broker(), id_);
    MANDAT_ASSERT(closed);
  }
  PlacementId id() const { return id_; }
  void give_up() {
    const auto done = credit::file::give_up(platform(), broker(), id_, "stays_with_insurer");
    MANDAT_ASSERT(done);
  }

 private:
  void answer(const credit::blind_test::Submission& submission, const std::vector<credit::blind_test::TestLine>& lines,
              int appetite) {
    web::Fields form;
    form.add("first", "1");
    form.add("last", std::to_string(lines.size()));
    for (const auto& line : lines) {
      const std::string at = "_" + std::to_string(line.line);
      const int luck = dice_.between(1, 100);
      const bool part = luck > appetite && luck <= appetite + 25;
      form.add("k" + at, luck <= appetite ? "approved"
                         : part           ? "partly_approved"
                         : luck <= 94     ? "refused"
                                          : "insolvency_only");
      const auto amount = line.asked.cents / 100 * dice_.between(2, 8) / 10;
      form.add("a" + at, part ? std::to_string(amount) : "");
    }
    for (const auto& player : cast_.underwriters)
      if (player.actor.organisation == submission.space) {
        const auto saved = credit::blind_test::save_answers(platform(), player.actor, submission.id, form);
        MANDAT_ASSERT(saved);
      }
  }
  std::vector<credit::insurer::Insurer> insurers() {
    return platform().database.read([](db::Transaction& tx) { return credit::insurer::insurers(tx); });
  }
  platform::Platform& platform() { return house_.platform(); }
  const identity::Actor& broker() const { return cast_.broker.actor; }
  template <class F>
  void act(F work) {
    platform().act(platform::Author::of(broker()), work);
  }

  House& house_;
  const CreditCast& cast_;
  Dice& dice_;
  PlacementId id_;
  credit::blind_test::TestId test_;
  int buyers_ = 0;
};

void rest_until(House& house, base::FixedClock& clock, base::Instant until) {
  clock.set(until);
  while (!house.worker().run_once().idle()) {
  }
}

}  // namespace

void live_through(House& house, base::FixedClock& clock, const CreditCast& cast, Dice& dice, base::Instant now) {
  std::vector<Teller> tellers;
  tellers.reserve(std::size(stories));
  for (std::size_t i = 0; i < std::size(stories); ++i) tellers.emplace_back(house, cast, dice);
  constexpr int first_day = 11;
  for (int day = first_day; day >= 0; --day) {
    rest_until(house, clock, now - base::hours(24 * day + 3));
    for (std::size_t i = 0; i < std::size(stories); ++i) {
      const Story& story = stories[i];
      const int age = story.days_ago - day;
      const auto goes_to = [&](Until until) { return story.until >= until && story.until != Until::given_up; };
      if (age == 0) tellers[i].open(story, i);
      if (age == std::min(1, story.days_ago) && goes_to(Until::half_filled)) tellers[i].fill(story);
      if (age == 2 && goes_to(Until::complete)) tellers[i].complete();
      if (age == 3 && goes_to(Until::asked)) tellers[i].ask();
      if (age == 5 && goes_to(Until::half_answered)) tellers[i].answer(50);
      if (age == 6 && goes_to(Until::answered)) tellers[i].answer(100);
      if (age == 8 && goes_to(Until::closed)) tellers[i].close();
      if (day == 1 && story.until == Until::closed) receive_offers(house, cast, {tellers[i].id(), story.company});
      if (day == 0 && story.until == Until::closed) conclude(house, cast, {tellers[i].id(), story.company});
      if (age == 5 && story.until == Until::given_up) tellers[i].give_up();
    }
  }
  rest_until(house, clock, now);
}

}  // namespace app::demo::credit_desk
