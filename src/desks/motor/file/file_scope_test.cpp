// A repairer sees exactly the files of his establishments whose attachment the firm has confirmed: after any story of
// attachments, files, corrections and states (M8). The counts of the tabs are what a count would give.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <set>

#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace motor::file {
namespace {

namespace scene = support::motor_scene;
using support::Person;

class FileScope : public support::HouseOnBothEngines {
 protected:
  template <class F>
  auto acting(const Person& by, F work) {
    return act(work, platform::Author::of(by.actor));
  }
  bool seen(FileId id, const Person& by) {
    return read([&](db::Transaction& tx) { return find(tx, id, by.actor).has_value(); });
  }
  std::vector<std::int64_t> counted(const Person& by) {
    return read([&](db::Transaction& tx) { return counts(tx, scope_of(by.actor)); });
  }
};
MANDAT_ON_BOTH_ENGINES(FileScope);

TEST_P(FileScope, M8_a_file_appears_when_the_attachment_is_confirmed_and_goes_when_it_is_withdrawn) {  // M5.attachment
  const Person firm = scene::new_cabinet(house());
  const Person garage = scene::new_repairer(house());
  const auto place = scene::establishment_of(house(), garage);
  const FileId id = scene::new_file(house(), firm, *place.siret);
  const auto attachment = scene::ask_attachment(house(), firm, place);
  EXPECT_TRUE(seen(id, firm));
  EXPECT_FALSE(seen(id, garage)) << "asked for, not confirmed";
  ASSERT_TRUE(acting(firm, [&](platform::Act& act) { return attachment::confirm(act, firm.actor, attachment); }).ok());
  EXPECT_TRUE(seen(id, garage)) << "also a file made before";
  const auto quit = [&](platform::Act& act) {
    return attachment::withdraw(act, firm.actor, attachment, "Contrat fini");
  };
  ASSERT_TRUE(acting(firm, quit).ok());
  EXPECT_FALSE(seen(id, garage));
  EXPECT_EQ(counted(garage), std::vector<std::int64_t>(states.size(), 0));
  EXPECT_TRUE(acting(firm, quit).refused_as(attachment::decided));
}

TEST_P(FileScope, M8_a_file_moved_to_another_repairer_leaves_the_first_at_once) {
  const Person firm = scene::new_cabinet(house());
  const Person first = scene::new_repairer(house());
  const Person second = scene::new_repairer(house());
  const FileId id = scene::new_file(house(), firm, first);
  scene::attach(house(), firm, second);
  const auto said =
      scene::particulars(scene::file(house(), id).reference, *scene::establishment_of(house(), second).siret);
  ASSERT_TRUE(acting(firm, [&](platform::Act& act) { return correct(act, firm.actor, id, said); }).ok());
  EXPECT_FALSE(seen(id, first));
  EXPECT_TRUE(seen(id, second));
}

TEST_P(FileScope, M31_a_reference_is_used_once_by_a_firm) {
  const Person firm = scene::new_cabinet(house());
  const auto make = [&](const Person& by) {
    return acting(by, [&](platform::Act& act) {
      return create(act, by.actor, scene::particulars("255036219", scene::a_siret(90'001)));
    });
  };
  EXPECT_TRUE(make(firm).ok());
  EXPECT_TRUE(make(firm).refused_as(reference_taken));
  EXPECT_TRUE(make(scene::new_cabinet(house())).ok()) << "another firm counts its own";
  const Person nobody = support::new_person(platform(), {identity::OrganisationKind::adjusting_firm});
  EXPECT_TRUE(make(nobody).refused_as(not_enrolled));
}

// Firms, repairers with several places, and any story of them; `truth` is M8 told again, without the store's columns.
struct World {
  std::vector<Person> firms, garages;
  std::vector<identity::Establishment> places;                   // two a garage
  std::map<std::pair<std::size_t, std::size_t>, bool> attached;  // firm × place
  struct Known {
    FileId id;
    std::size_t firm, place;
  };
  std::vector<Known> files;

  bool truth(const Known& file, std::size_t garage) const {
    const auto found = attached.find({file.firm, file.place});
    return file.place / 2 == garage && found != attached.end() && found->second;
  }
};

World new_world(support::House& house) {
  World world;
  for (int i = 0; i < 2; ++i) world.firms.push_back(scene::new_cabinet(house));
  for (int i = 0; i < 3; ++i) {
    world.garages.push_back(scene::new_repairer(house));
    world.places.push_back(scene::establishment_of(house, world.garages.back()));
    world.places.push_back(scene::new_establishment(house, world.garages.back()));
  }
  return world;
}

void step(support::House& house, World& world) {
  const auto firm = *rc::gen::inRange<std::size_t>(0, world.firms.size());
  const auto place = *rc::gen::inRange<std::size_t>(0, world.places.size());
  const Person& by = world.firms[firm];
  const auto acting = [&](const Person& who, auto work) {
    RC_ASSERT(house.platform().act(platform::Author::of(who.actor), work).ok());
  };
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      scene::attach(house, by, world.places[place]);
      world.attached[{firm, place}] = true;
      return;
    case 1: {
      const auto id = scene::ask_attachment(house, by, world.places[place]);
      if (!world.attached[{firm, place}]) return;
      acting(by, [&](platform::Act& act) { return attachment::withdraw(act, by.actor, id, "Fin"); });
      world.attached[{firm, place}] = false;
      return;
    }
    case 2:
      world.files.push_back({scene::new_file(house, by, *world.places[place].siret), firm, place});
      return;
    case 3: {
      if (world.files.empty()) return;
      auto& moved = world.files[*rc::gen::inRange<std::size_t>(0, world.files.size())];
      const Person& owner = world.firms[moved.firm];
      acting(owner, [&](platform::Act& act) {
        return correct(act, owner.actor, moved.id, scene::particulars("1", *world.places[place].siret));
      });
      moved.place = place;
      return;
    }
    default: {
      if (world.files.empty()) return;
      const auto id = world.files[*rc::gen::inRange<std::size_t>(0, world.files.size())].id;
      const auto event = static_cast<Event>(*rc::gen::inRange(0, event_count));
      house.platform().act({}, [&](platform::Act& act) {
        File file = find(act.tx, id).value();
        if (next(file.position, event)) {
          RC_ASSERT(apply(act, file, event, "Motif").ok());
        }
      });
    }
  }
}

TEST_P(FileScope, M8_P2_after_any_story_a_repairer_sees_exactly_his_files_and_tabs_count_them) {
  rc::check([this] {
    World world = new_world(house());
    const int steps = *rc::gen::inRange(5, 25);
    for (int i = 0; i < steps; ++i) step(house(), world);
    for (std::size_t garage = 0; garage < world.garages.size(); ++garage) {
      std::vector<std::int64_t> counts(states.size(), 0);
      for (const auto& file : world.files) {
        const bool sees = world.truth(file, garage);
        RC_ASSERT(seen(file.id, world.garages[garage]) == sees);
        const auto state = scene::file(house(), file.id).position.state;
        if (sees) ++counts[static_cast<std::size_t>(std::find(states.begin(), states.end(), state) - states.begin())];
      }
      RC_ASSERT(counted(world.garages[garage]) == counts);
    }
    for (std::size_t firm = 0; firm < world.firms.size(); ++firm) {
      std::int64_t own = 0;
      for (const auto& file : world.files) {
        RC_ASSERT(seen(file.id, world.firms[firm]) == (file.firm == firm));
        own += file.firm == firm;
      }
      std::int64_t total = 0;
      for (const auto count : counted(world.firms[firm])) total += count;
      RC_ASSERT(total == own);
    }
  });
}

TEST_P(FileScope, M11_each_change_stands_in_the_history_and_wants_its_reason) {  // M11.reason
  const Person firm = scene::new_cabinet(house());
  const FileId id = scene::new_file(house(), firm, scene::new_repairer(house()));
  const auto happen = [&](Event event, std::string_view reason) {
    return acting(firm, [&](platform::Act& act) {
      File file = find(act.tx, id).value();
      return apply(act, file, event, reason);
    });
  };
  EXPECT_TRUE(happen(Event::closed, " ").refused_as(reason_missing));
  EXPECT_TRUE(happen(Event::closed, std::string(501, 'a')).refused_as(reason_too_long));
  EXPECT_TRUE(happen(Event::closed, "Vendu").ok());
  EXPECT_TRUE(happen(Event::visit_validated, "").refused_as(not_now));
  EXPECT_TRUE(happen(Event::reopened, "Erreur").ok());
  const auto lines = read([&](db::Transaction& tx) { return history(tx, id); });
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].event, "created");
  EXPECT_EQ(lines[1].to, State::closed);
  EXPECT_EQ(lines[1].reason, "Vendu");
  EXPECT_EQ(lines[1].account, firm.actor.account);
  EXPECT_EQ(lines[2].from, State::closed);
  EXPECT_EQ(lines[2].to, State::in_progress);
}

TEST_P(FileScope, M15_numbers_keep_their_leading_zeros_and_what_is_unknown_stays_empty) {
  const Person firm = scene::new_cabinet(house());
  const FileId id = scene::new_file(house(), firm, scene::new_repairer(house()));
  const File kept = scene::file(house(), id);
  EXPECT_EQ(kept.claim_number, "0000012106036373");
  EXPECT_EQ(kept.insurer.code, "0418");
  EXPECT_EQ(kept.insured.phone, "");
  EXPECT_EQ(kept.inspection_day, std::nullopt);
  EXPECT_EQ(kept.last_amount, std::nullopt);
  EXPECT_EQ(kept.vehicle_name(), "RENAULT CLIO");
}

}  // namespace
}  // namespace motor::file
