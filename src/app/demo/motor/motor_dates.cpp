#include "app/demo/motor/motor_dates.hpp"

#include <algorithm>
#include <functional>

#include "app/demo/signing_up.hpp"
#include "desks/motor/file/file_list.hpp"
#include "desks/motor/schedule/schedule_actions.hpp"
#include "desks/motor/supplement/supplement.hpp"

namespace app::demo::motor_desk {
namespace {

namespace schedule = motor::schedule;
namespace supplement = motor::supplement;
using motor::file::State;
using schedule::Kind;

// What happens to one file: asked for, then answered (or not) some hours later.
enum class Turn { left, validated, refused, countered, accepted, declined };
struct Talk {
  State tab;
  Kind kind;
  Turn turn;
  int every;  // one file in so many of the tab
  int after;  // of them, the one that comes so far
  std::string_view comment;
};
constexpr Talk talks[] = {
    {State::awaiting_appointment, Kind::visit, Turn::left, 9, 0, "Véhicule démonté, prêt à voir"},
    {State::awaiting_appointment, Kind::remote, Turn::left, 14, 1, ""},
    {State::awaiting_appointment, Kind::visit, Turn::countered, 7, 2, ""},
    {State::awaiting_appointment, Kind::visit, Turn::declined, 11, 3, ""},
    {State::visit_planned, Kind::visit, Turn::accepted, 8, 1, "Le client préfère la fin de semaine"},
    {State::in_progress, Kind::repair, Turn::left, 19, 0, "Pièces reçues"},
    {State::in_progress, Kind::repair, Turn::validated, 4, 1, ""},
    {State::in_progress, Kind::repair, Turn::refused, 13, 2, ""},
    {State::in_progress, Kind::delivery, Turn::left, 21, 3, ""},
    {State::awaiting_invoice, Kind::delivery, Turn::validated, 3, 0, "Peinture en cours"},
    {State::awaiting_invoice, Kind::delivery, Turn::left, 19, 1, ""},
};

struct Supplied {
  int every, after;
  std::string_view comment;
  int photos;
  int accepted;  // lines accepted; -1: not answered yet
  int hours;     // before now
};
constexpr Supplied supplements[] = {
    {11, 4, "Traverse inférieure pliée, visible après démontage\nSupport d’optique gauche cassé", 2, 2, 90},
    {11, 5, "Absorbeur avant à remplacer\nRéglage du radar de distance\nVernis : une heure de plus", 3, 2, 80},
    {13, 6, "Jante avant droite voilée", 1, 0, 70},
    {14, 7, "Longeron droit à redresser : deux heures de marbre\nAiguillage de câblage abîmé", 4, -1, 60},
    {17, 8, "Livraison du pare-chocs annoncée pour la semaine prochaine", 0, -1, 20},
};

constexpr std::string_view because = "La tournée de ce jour est complète dans ce secteur.";

class Talker {
 public:
  Talker(House& house, base::FixedClock& clock, const MotorCast& cast, Dice& dice, PaperSet& papers)
      : house_(house), clock_(clock), cast_(cast), dice_(dice), papers_(papers) {}

  void plan(base::Instant now) {
    for (const Player& firm : cast_.firms)
      for (const State tab : motor::file::states) plan_tab(firm.actor, tab, now);
    std::stable_sort(acts_.begin(), acts_.end(), [](const Planned& a, const Planned& b) { return a.at < b.at; });
  }

  void tell(base::Instant now) {
    for (const Planned& planned : acts_) {
      clock_.set(planned.at);
      planned.act();
    }
    settle(house_);
    clock_.set(now);
    settle(house_);
  }

 private:
  struct Planned {
    base::Instant at;
    std::function<void()> act;
  };

  std::vector<motor::FileId> files_in(const identity::Actor& firm, State tab) {
    return house_.platform().database.read([&](db::Transaction& tx) {
      std::vector<motor::FileId> ids;
      const motor::file::ListQuery query{.scope = motor::file::scope_of(firm), .tab = tab};
      for (const auto& line : motor::file::all_lines(tx, query, 1000)) ids.push_back(line->id);
      return ids;
    });
  }

  void plan_tab(const identity::Actor& firm, State tab, base::Instant now) {
    const auto files = files_in(firm, tab);
    for (std::size_t i = 0; i < files.size(); ++i) {
      const auto number = static_cast<int>(i);
      for (const Talk& talk : talks)
        if (talk.tab == tab && number % talk.every == talk.after % talk.every) plan_talk(firm, files[i], talk, now);
      if (tab != State::in_progress) continue;
      for (const Supplied& one : supplements)
        if (number % one.every == one.after % one.every) plan_supplement(firm, files[i], one, now);
    }
  }

  void plan_talk(const identity::Actor& firm, motor::FileId file, const Talk& talk, base::Instant now) {
    const base::Instant asked = now - base::minutes(dice_.between(20 * 60, 92 * 60));
    const base::Instant answered = asked + base::minutes(dice_.between(30, 15 * 60));
    const schedule::When when = day_for(talk.kind, now);
    acts_.push_back({asked, [this, file, &talk, when] { suggest(file, talk, when); }});
    if (talk.turn == Turn::left) return;
    acts_.push_back({answered, [this, firm, file, &talk] { answer(firm, file, talk); }});
    if (talk.turn != Turn::accepted && talk.turn != Turn::declined) return;
    acts_.push_back({answered + base::hours(2), [this, file, &talk] { reply(file, talk); }});
  }

  // A working hour of the days to come; the end of works is further away.
  schedule::When day_for(Kind kind, base::Instant now) {
    const int ahead = kind == Kind::delivery ? dice_.between(6, 25) : dice_.between(1, 9);
    schedule::When when{working_day(base::paris::day_of(now) + ahead)};
    if (schedule::inspects(kind)) when.time = schedule::TimeOfDay{dice_.between(8, 17), dice_.percent(50) ? 0 : 30};
    return when;
  }

  const identity::Actor* garage_of(motor::FileId id) {
    const auto file =
        house_.platform().database.read([&](db::Transaction& tx) { return motor::file::find(tx, id).value(); });
    for (const Garage& garage : cast_.garages)
      if (garage.player.actor.organisation == file.repairer) return &garage.player.actor;
    return nullptr;
  }

  // An act that the desk refuses (the file went on meanwhile) is no story: it is left out.
  template <class F>
  void act_as(const identity::Actor& actor, F work) {
    (void)house_.platform().act(platform::Author::of(actor), work).ok();
  }

  std::optional<schedule::Date> open_date(db::Transaction& tx, motor::FileId file, Kind kind) {
    return schedule::waiting(schedule::of_file(tx, file), kind);
  }

  void suggest(motor::FileId file, const Talk& talk, const schedule::When& when) {
    const auto* garage = garage_of(file);
    if (garage == nullptr) return;
    act_as(*garage, [&](platform::Act& act) {
      return schedule::suggest(act, *garage, file, {talk.kind, when, std::string(talk.comment)});
    });
  }

  void answer(const identity::Actor& firm, motor::FileId file, const Talk& talk) {
    act_as(firm, [&](platform::Act& act) -> base::Outcome<base::Done> {
      const auto date = open_date(act.tx, file, talk.kind);
      if (!date) return schedule::unknown;
      schedule::Answer said{.event = schedule::Event::validate, .seen = date->version};
      if (talk.turn == Turn::refused) {
        said.event = schedule::Event::refuse;
        said.reason = "Le rapport n’est pas encore rendu.";
      } else if (talk.turn != Turn::validated) {
        said.event = schedule::Event::counter;
        said.other = schedule::When{working_day(date->when.day + 1), date->when.time};
        said.reason = because;
      }
      return schedule::decide(act, firm, date->id, said);
    });
  }

  void reply(motor::FileId file, const Talk& talk) {
    const auto* garage = garage_of(file);
    if (garage == nullptr) return;
    act_as(*garage, [&](platform::Act& act) -> base::Outcome<base::Done> {
      const auto date = open_date(act.tx, file, talk.kind);
      if (!date) return schedule::unknown;
      const bool yes = talk.turn == Turn::accepted;
      return schedule::reply(act, *garage, date->id,
                             {.event = yes ? schedule::Event::accept : schedule::Event::decline,
                              .seen = date->version,
                              .reason = yes ? "" : "Le pont est pris ce jour-là."});
    });
  }

  void plan_supplement(const identity::Actor& firm, motor::FileId file, const Supplied& one, base::Instant now) {
    const base::Instant sent = now - base::hours(one.hours) - base::minutes(dice_.between(0, 600));
    acts_.push_back({sent, [this, file, &one] {
                       const auto* garage = garage_of(file);
                       if (garage == nullptr) return;
                       supplement::Sending sending{std::string(one.comment), {}};
                       for (int i = 0; i < one.photos; ++i)
                         sending.photos.push_back(
                             papers_.of(garage->organisation, motor::photos::slots[static_cast<std::size_t>(i)]));
                       act_as(*garage,
                              [&](platform::Act& act) { return supplement::send(act, *garage, file, sending); });
                     }});
    if (one.accepted < 0) return;
    acts_.push_back({sent + base::hours(dice_.between(2, 30)), [this, firm, file, &one] { decide(firm, file, one); }});
  }

  void decide(const identity::Actor& firm, motor::FileId id, const Supplied& one) {
    act_as(firm, [&](platform::Act& act) -> base::Outcome<base::Done> {
      const auto file = motor::file::find(act.tx, id).value();
      const auto all = supplement::of_file(act.tx, file, firm);
      if (all.empty() || all.back().state != supplement::State::sent) return supplement::unknown;
      std::vector<supplement::LineAnswer> answers;
      for (std::size_t i = 0; i < all.back().lines.size(); ++i) {
        const bool yes = static_cast<int>(i) < one.accepted;
        answers.push_back({yes ? supplement::Verdict::accepted : supplement::Verdict::refused,
                           yes ? "" : "Sans lien avec le choc décrit : hors sinistre."});
      }
      return supplement::decide(act, firm, all.back().id, answers, "");
    });
  }

  House& house_;
  base::FixedClock& clock_;
  const MotorCast& cast_;
  Dice& dice_;
  PaperSet& papers_;
  std::vector<Planned> acts_;
};

}  // namespace

base::Day working_day(base::Day day) {
  constexpr int friday = 5;
  return day.weekday() > friday ? day + (8 - day.weekday()) : day;
}

void agree_on_dates(House& house, base::FixedClock& clock, const MotorCast& cast, Dice& dice, PaperSet& papers,
                    base::Instant now) {
  Talker talker(house, clock, cast, dice, papers);
  talker.plan(now);
  talker.tell(now);
}

}  // namespace app::demo::motor_desk
