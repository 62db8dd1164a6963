#include "app/demo/motor/motor_stories.hpp"

#include <algorithm>

#include "app/demo/motor/motor_dates.hpp"
#include "app/demo/motor/motor_papers.hpp"
#include "app/demo/motor/motor_plot.hpp"
#include "app/demo/motor/motor_vehicles.hpp"
#include "app/demo/signing_up.hpp"
#include "desks/motor/attachment/attachment.hpp"
#include "desks/motor/document/paper_actions.hpp"
#include "desks/motor/file/file_history.hpp"
#include "desks/motor/file/file_list.hpp"
#include "desks/motor/file/flags.hpp"
#include "desks/motor/photos/photo_set.hpp"
#include "desks/motor/rates/rates_actions.hpp"
#include "desks/motor/schedule/schedule_actions.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/messages/messages.hpp"

namespace app::demo::motor_desk {
namespace {

using motor::document::Kind;
using motor::file::Event;

struct Story {
  const Plot* plot;
  std::size_t garage, firm;
  base::Siret siret;
  int number;
  base::Instant begins;
  base::Money amount;
  motor::FileId file = {};
};
struct Step {
  base::Instant at;
  std::size_t story;
  Deed deed;
};

class Teller {
 public:
  Teller(House& house, base::FixedClock& clock, const MotorCast& cast, Dice& dice, PaperSet& papers)
      : house_(house), clock_(clock), cast_(cast), dice_(dice), papers_(papers) {}

  void plan(base::Instant now) {
    int number = 0;
    for (const auto& plot : plots())
      for (int i = 0; i < plot.files; ++i) {
        ++number;
        Story story = cast_one(plot, number);
        story.begins = now - base::minutes(dice_.between(plot.youngest_hours * 60, plot.oldest_hours * 60));
        for (const Beat& beat : plot.beats)
          steps_.push_back({story.begins + base::hours(beat.hours), stories_.size(), beat.deed});
        stories_.push_back(std::move(story));
      }
    std::stable_sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) { return a.at < b.at; });
  }

  // A day is one transaction; what became due on it is done at its end.
  void tell(base::Instant now) {
    const base::Instant seen_until = now - base::hours(48);
    bool caught_up = false;
    for (std::size_t from = 0; from < steps_.size();) {
      if (!caught_up && steps_[from].at >= seen_until) {
        catch_up();
        caught_up = true;
      }
      const base::Day day = base::paris::day_of(steps_[from].at);
      std::size_t to = from;
      while (to < steps_.size() && base::paris::day_of(steps_[to].at) == day) ++to;
      house_.platform().act({}, [&](platform::Act& act) {
        for (std::size_t i = from; i < to; ++i) play(act.tx, steps_[i]);
      });
      settle(house_);
      from = to;
    }
    clock_.set(now);
    settle(house_);
  }

 private:
  // Up to two days ago everybody had read what was new: NEW and the notices are the last days'.
  void catch_up() {
    house_.platform().act({}, [&](platform::Act& act) {
      for (const auto& one : cast_.firms) messages::mark_notices_read(act, one.actor.organisation);
      for (const auto& one : cast_.garages) messages::mark_notices_read(act, one.player.actor.organisation);
      for (const Story& story : stories_) {
        if (!story.file) continue;
        const auto file = motor::file::find(act.tx, story.file).value();
        if (file.posted > 0) motor::file::note_read(act.tx, garage(story).account, file, act.now);
      }
    });
  }

  // One file in nine goes to the first garage: its list is a long one.
  Story cast_one(const Plot& plot, int number) {
    const std::size_t garage = number % 9 == 0 ? 0 : static_cast<std::size_t>(number) % cast_.garages.size();
    const Garage& chosen = cast_.garages[garage];
    const auto& siret = dice_.pick(std::span<const std::string>(chosen.sirets));
    return {.plot = &plot,
            .garage = garage,
            .firm = chosen.firms[static_cast<std::size_t>(number / 9) % chosen.firms.size()],
            .siret = base::Siret::parse(siret).value(),
            .number = number,
            .begins = {},
            .amount = base::Money{dice_.between(45'000, 680'000)}};
  }

  void play(db::Transaction& tx, const Step& step) {
    clock_.set(step.at);
    Story& story = stories_[step.story];
    const bool by_garage = step.deed == Deed::send_quote || step.deed == Deed::send_invoice ||
                           step.deed == Deed::agree || step.deed == Deed::photograph;
    const auto& actor = by_garage ? garage(story) : firm(story);
    platform::Act act{tx, step.at, house_.platform().ids, platform::Author::of(actor)};
    do_deed(act, story, step.deed);
  }

  void do_deed(platform::Act& act, Story& story, Deed deed) {
    switch (deed) {
      case Deed::create:
        return create(act, story);
      case Deed::plan_visit:
        return inspect(act, story);
      case Deed::choose_remote:
        return happen(act, story, Event::remote_chosen);
      case Deed::photograph:
        return photograph(act, story);
      case Deed::post_provisional:
        return post(act, story, {.kind = Kind::provisional_report, .file = {}, .amount = story.amount});
      case Deed::ask_documents:
        return happen(act, story, Event::document_asked, "Carte grise et dernier contrôle technique");
      case Deed::send_quote:
        return send(act, story, Kind::quote, {});
      case Deed::accept_quote:
        return judge(act, story);
      case Deed::post_report:
        return post(act, story, {.kind = Kind::report, .file = {}, .amount = story.amount});
      case Deed::post_payment_agreement:
        return post(act, story, agreement(act, story));
      case Deed::agree:
        return agree(act, story);
      case Deed::post_conformity:
        if (is_dangerous(story)) post(act, story, {.kind = Kind::conformity_report, .file = {}});
        return;
      case Deed::announce_works:
        return fix(act, story, motor::schedule::Kind::delivery,
                   {working_day(base::paris::day_of(act.now) + dice_.between(4, 20))});
      case Deed::send_invoice:
        return send(act, story, Kind::invoice, story.amount);
      case Deed::accept_invoice:
        return judge(act, story);
    }
  }

  void create(platform::Act& act, Story& story) {
    auto said = particulars(dice_, story.number, story.siret, base::paris::day_of(act.now) - dice_.between(1, 12));
    const auto& place = *cast_.garages[story.garage].place;
    said.place = {std::string(place.postal_code), std::string(places::short_name(place)), place.point};
    const auto made = motor::file::create(act, firm(story), said);
    MANDAT_ASSERT(made);
    story.file = *made;
    if (is_dangerous(story)) mark(act, story, motor::file::Mark::danger_ve);
    if (story.number % 53 == 0) mark(act, story, motor::file::Mark::irreparable);
  }
  // Planned for the third day, or for the days to come.
  void inspect(platform::Act& act, Story& story) {
    const bool to_come = story.plot->ending == motor::file::State::visit_planned;
    const base::Day day = working_day(base::paris::day_of(act.now) + (to_come ? dice_.between(4, 12) : 2));
    fix(act, story, motor::schedule::Kind::visit, {day, motor::schedule::TimeOfDay{dice_.between(8, 17), 0}});
  }
  void fix(platform::Act& act, Story& story, motor::schedule::Kind kind, const motor::schedule::When& when) {
    const auto done = motor::schedule::fix(act, firm(story), story.file, {kind, when});
    MANDAT_ASSERT(done);
  }
  void happen(platform::Act& act, Story& story, Event event, std::string_view reason = {}) {
    auto file = motor::file::find(act.tx, story.file).value();
    const auto done = motor::file::apply(act, file, event, reason);
    MANDAT_ASSERT(done);
  }
  // One garage in three has not sent everything yet.
  void photograph(platform::Act& act, Story& story) {
    std::size_t taken = 0;
    const std::size_t until = story.number % 3 == 0 ? 4 : motor::photos::slots.size();
    for (const auto slot : motor::photos::slots) {
      if (taken++ == until) return;
      const auto sent =
          motor::photos::send(act, garage(story), story.file, slot, papers_.of(garage(story).organisation, slot));
      MANDAT_ASSERT(sent);
    }
  }
  void mark(platform::Act& act, Story& story, motor::file::Mark what) {
    const auto noted = motor::file::note(act, firm(story), story.file, what);
    MANDAT_ASSERT(noted);
  }
  void post(platform::Act& act, Story& story, motor::document::Posting posting) {
    posting.file = papers_.of(firm(story).organisation, posting.kind);
    const auto posted = motor::document::post(act, firm(story), story.file, std::move(posting));
    MANDAT_ASSERT(posted);
  }
  motor::document::Posting agreement(platform::Act& act, const Story& story) {
    const auto excess = base::Money::euros(dice_.between(0, 4) * 75);
    return {.kind = Kind::payment_agreement,
            .file = {},
            .agreement = motor::document::PaymentAgreement{.document = {},
                                                           .amount = story.amount - excess,
                                                           .excess = excess,
                                                           .vat_left = {},
                                                           .valid_until = base::paris::day_of(act.now) + 180,
                                                           .posted = {}}};
  }
  void send(platform::Act& act, Story& story, Kind kind, std::optional<base::Money> amount) {
    const auto sent = motor::document::send(act, garage(story), story.file,
                                            {{kind, papers_.of(garage(story).organisation, kind), amount}});
    MANDAT_ASSERT(sent);
  }
  void judge(platform::Act& act, Story& story) {
    for (const auto& paper : motor::document::all_of_file(act.tx, story.file)) {
      if (paper.way != motor::document::Way::sent || paper.verdict != motor::document::Verdict::none) continue;
      const auto judged = motor::document::judge(act, firm(story), paper.id, motor::document::Verdict::compliant, {});
      MANDAT_ASSERT(judged);
    }
  }
  void agree(platform::Act& act, Story& story) {
    const auto report = motor::document::latest_report(motor::document::all_of_file(act.tx, story.file)).value();
    const bool no = story.number % 17 == 0;
    const auto said = motor::document::agree(
        act, garage(story), report.id, no ? motor::document::Agreement::disagreed : motor::document::Agreement::agreed,
        no ? "Le temps de peinture ne couvre pas le vernis bi-couche." : "");
    MANDAT_ASSERT(said);
  }

  static bool is_dangerous(const Story& story) { return story.number % 41 == 0; }
  const identity::Actor& firm(const Story& story) const { return cast_.firms[story.firm].actor; }
  const identity::Actor& garage(const Story& story) const { return cast_.garages[story.garage].player.actor; }

  House& house_;
  base::FixedClock& clock_;
  const MotorCast& cast_;
  Dice& dice_;
  PaperSet& papers_;
  std::vector<Story> stories_;
  std::vector<Step> steps_;
};

// Every garage sends its rates; the first firm has acknowledged most of them.
void send_rates(platform::Platform& platform, const MotorCast& cast, Dice& dice) {
  for (std::size_t i = 0; i < cast.garages.size(); ++i) {
    const Garage& garage = cast.garages[i];
    std::vector<motor::rates::Line> lines;
    for (const auto company : motor::rates::standard_companies) {
      motor::rates::Line line{.company = std::string(company)};
      const bool public_rate = lines.empty();
      if (!public_rate && !dice.percent(45)) continue;
      for (std::size_t column = 0; column < 7; ++column)
        line.prices[column] = motor::rates::Price{dice.between(52, 78) * 100 + (dice.percent(40) ? 50 : 0)};
      if (!public_rate) line.prices[12] = motor::rates::Price{dice.between(0, 6) * 250};
      line.agreement = dice.percent(50) ? motor::rates::Agreement::yes : motor::rates::Agreement::unsaid;
      lines.push_back(std::move(line));
    }
    platform.act(platform::Author::of(garage.player.actor), [&](platform::Act& act) {
      const auto sent =
          motor::rates::send(act, garage.player.actor, {.effective_on = base::paris::day_of(act.now)}, lines);
      MANDAT_ASSERT(sent);
      if (i % 4 == 1 || garage.firms.front() != 0) return;
      const auto seen = motor::rates::acknowledge(act, cast.firms.front().actor, *sent);
      MANDAT_ASSERT(seen);
    });
  }
}

// A garage that is known already asks to work with another firm.
void ask_another_firm(platform::Platform& platform, const MotorCast& cast) {
  const auto& garage = cast.garages[1];
  platform.act(platform::Author::of(garage.player.actor), [&](platform::Act& act) {
    const auto places = identity::establishments_of(act.tx, garage.player.actor.organisation);
    motor::attachment::request(act, cast.firms[1 - garage.firms.front()].actor.organisation, places.front());
  });
}

}  // namespace

void live_through(House& house, base::FixedClock& clock, const MotorCast& cast, Dice& dice, base::Instant now,
                  const std::filesystem::path& folder) {
  send_rates(house.platform(), cast, dice);
  PaperSet papers(house.platform().documents, cast.firms.front().actor.organisation, folder);
  Teller teller(house, clock, cast, dice, papers);
  const base::Instant four_days_ago = now - base::hours(96);
  teller.plan(four_days_ago);
  teller.tell(four_days_ago);
  agree_on_dates(house, clock, cast, dice, papers, now);
  ask_another_firm(house.platform(), cast);
}

}  // namespace app::demo::motor_desk
