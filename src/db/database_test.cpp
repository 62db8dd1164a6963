#include "db/database.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <tuple>

#include "base/outcome.hpp"
#include "support/databases.hpp"

namespace db {
namespace {

class Layer : public support::OnBothEngines {
 protected:
  Layer() : OnBothEngines(support::Tables::none) {}
  void SetUp() override {
    OnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    database().write([](Transaction& tx) {
      tx.execute("CREATE TABLE parents (id BIGINT PRIMARY KEY, name TEXT NOT NULL)");
      tx.execute("CREATE UNIQUE INDEX parents_name ON parents (name)");
      tx.execute(
          "CREATE TABLE things (id BIGINT PRIMARY KEY, parent BIGINT REFERENCES parents (id), amount BIGINT,"
          " label TEXT, yes BIGINT CHECK (yes IN (0, 1)))");
    });
  }
  std::int64_t count(const std::string& table) {
    return database().read([&](Transaction& tx) { return *tx.value<std::int64_t>("SELECT COUNT(*) FROM " + table); });
  }
  void add_parent(std::int64_t id, const std::string& name) {
    database().write([&](Transaction& tx) {
      tx.execute("INSERT INTO parents (id, name) VALUES (:id, :name)", {{"id", id}, {"name", name}});
    });
  }
};
MANDAT_ON_BOTH_ENGINES(Layer);

TEST_P(Layer, keeps_integers_of_64_bits_exactly) {
  const std::vector<std::int64_t> numbers{9007199254740993, std::numeric_limits<std::int64_t>::max(),
                                          std::numeric_limits<std::int64_t>::min(), 0, -1};
  database().write([&](Transaction& tx) {
    std::int64_t id = 0;
    for (const auto n : numbers)
      tx.execute("INSERT INTO things (id, amount) VALUES (:id, :n)", {{"id", ++id}, {"n", n}});
  });
  const auto kept = database().read([](Transaction& tx) {
    return tx.rows("SELECT amount FROM things ORDER BY id", {}, [](const Row& r) { return r.get<std::int64_t>(0); });
  });
  EXPECT_EQ(kept, numbers);
}

TEST_P(Layer, gives_back_the_types_of_base_as_they_went_in) {
  const base::Day day = *base::Day::from_iso("2026-11-21");
  const base::Id<struct ThingTag> id{7};
  database().write([&](Transaction& tx) {
    tx.execute("INSERT INTO things (id, amount, label, yes) VALUES (:id, :amount, :day, :yes)",
               {{"id", id}, {"amount", base::Money{123'450}}, {"day", day}, {"yes", true}});
  });
  const auto row = database().read([](Transaction& tx) {
    return tx.row("SELECT id, amount, label, yes, parent FROM things", {}, [](const Row& r) {
      return std::tuple{r.get<base::Id<ThingTag>>(0), r.get<base::Money>(1), r.get<base::Day>(2), r.get<bool>(3),
                        r.get<std::optional<std::int64_t>>(4)};
    });
  });
  ASSERT_TRUE(row);
  EXPECT_EQ(std::get<0>(*row), id);
  EXPECT_EQ(std::get<1>(*row).cents, 123'450);
  EXPECT_EQ(std::get<2>(*row), day);
  EXPECT_TRUE(std::get<3>(*row));
  EXPECT_EQ(std::get<4>(*row), std::nullopt);
}

TEST_P(Layer, binds_a_null_now_and_a_value_later_to_the_same_statement) {
  const auto save = [&](std::int64_t id, std::optional<std::int64_t> amount, std::optional<std::string> label) {
    database().write([&](Transaction& tx) {
      tx.execute("INSERT INTO things (id, amount, label) VALUES (:id, :amount, :label)",
                 {{"id", id}, {"amount", amount}, {"label", label}});
    });
  };
  save(1, std::nullopt, std::nullopt);
  save(2, 20, std::nullopt);
  save(3, std::nullopt, "trois");
  save(4, 40, "quatre");
  const auto kept = database().read([](Transaction& tx) {
    return tx.rows("SELECT amount, label FROM things ORDER BY id", {}, [](const Row& r) {
      return std::pair{r.get<std::optional<std::int64_t>>(0), r.get<std::optional<std::string>>(1)};
    });
  });
  const decltype(kept) expected{
      {std::nullopt, std::nullopt}, {20, std::nullopt}, {std::nullopt, "trois"}, {40, "quatre"}};
  EXPECT_EQ(kept, expected);
}

TEST_P(Layer, keeps_text_to_the_byte_and_orders_it_by_code_point_as_the_migrator_declares_it) {
  const std::string text = "Élodie « œuvre » — 12 €\n'); DROP TABLE things; --";
  add_parent(1, text);
  const auto back = database().read([&](Transaction& tx) {
    return tx.value<std::string>("SELECT name FROM parents WHERE name = :name", {{"name", text}});
  });
  EXPECT_EQ(back, text);
}

TEST_P(Layer, refuses_text_that_one_of_the_engines_could_not_hold) {
  EXPECT_THROW(add_parent(1, std::string("a\0b", 3)), Error);
  EXPECT_THROW(add_parent(1, "caf\xe9"), Error);
  EXPECT_EQ(count("parents"), 0);
}

TEST_P(Layer, is_strict_about_the_type_of_a_column_that_is_read) {
  add_parent(1, "12");
  EXPECT_THROW(database().read([](Transaction& tx) { return tx.value<std::int64_t>("SELECT name FROM parents"); }),
               Error);
  EXPECT_THROW(database().read([](Transaction& tx) { return tx.value<std::string>("SELECT id FROM parents"); }), Error);
}

TEST_P(Layer, says_which_unique_constraint_said_no) {
  add_parent(1, "Dupont");
  try {
    add_parent(2, "Dupont");
    FAIL() << "a second Dupont was taken";
  } catch (const UniqueViolation& violation) {
    EXPECT_EQ(violation.constraint, GetParam() == Engine::sqlite ? "parents.name" : "parents_name");
  }
  EXPECT_EQ(count("parents"), 1);
}

TEST_P(Layer, tells_other_broken_constraints_from_unique_ones) {
  const auto insert = [&](std::string_view sql) { database().write([&](Transaction& tx) { tx.execute(sql); }); };
  EXPECT_THROW(insert("INSERT INTO things (id, parent) VALUES (1, 404)"), ConstraintViolation);
  EXPECT_THROW(insert("INSERT INTO things (id, yes) VALUES (1, 2)"), ConstraintViolation);
  EXPECT_THROW(insert("INSERT INTO parents (id) VALUES (1)"), ConstraintViolation);
}

TEST_P(Layer, rolls_back_when_the_function_throws) {
  EXPECT_THROW(database().write([](Transaction& tx) {
    tx.execute("INSERT INTO parents (id, name) VALUES (1, 'a')");
    throw std::runtime_error("stop");
  }),
               std::runtime_error);
  EXPECT_EQ(count("parents"), 0);
}

TEST_P(Layer, rolls_back_a_refused_outcome_and_keeps_a_granted_one) {
  constexpr base::RefusalCode no{base::RefusalKind::conflict, "test.no"};
  const auto attempt = [&](bool granted) {
    return database().write([&](Transaction& tx) -> base::Outcome<base::Done> {
      tx.execute("INSERT INTO parents (id, name) VALUES (1, 'a')");
      if (!granted) return no;
      return base::Done{};
    });
  };
  EXPECT_TRUE(attempt(false).refused_as(no));
  EXPECT_EQ(count("parents"), 0);
  EXPECT_TRUE(attempt(true).ok());
  EXPECT_EQ(count("parents"), 1);
}

TEST_P(Layer, does_not_commit_a_transaction_in_which_a_statement_has_failed) {
  add_parent(1, "Dupont");
  EXPECT_THROW(database().write([](Transaction& tx) {
    tx.execute("INSERT INTO parents (id, name) VALUES (2, 'Durand')");
    try {
      tx.execute("INSERT INTO parents (id, name) VALUES (3, 'Dupont')");
    } catch (const UniqueViolation&) {
    }
  }),
               UniqueViolation);
  EXPECT_EQ(count("parents"), 1);
}

TEST_P(Layer, runs_what_was_to_follow_the_commit_only_once_it_is_committed) {
  std::vector<std::string> said;
  database().write([&](Transaction& tx) {
    tx.execute("INSERT INTO parents (id, name) VALUES (1, 'a')");
    tx.after_commit([&] { said.push_back("seen " + std::to_string(count("parents"))); });
    tx.after_commit([&] { said.push_back("second"); });
    EXPECT_TRUE(said.empty());
  });
  EXPECT_EQ(said, (std::vector<std::string>{"seen 1", "second"}));
  EXPECT_THROW(database().write([&](Transaction& tx) {
    tx.after_commit([&] { said.push_back("never"); });
    throw std::runtime_error("stop");
  }),
               std::runtime_error);
  database().write([](Transaction&) {});
  EXPECT_EQ(said.size(), 2u);
}

TEST_P(Layer, refuses_to_write_in_a_reading_transaction) {
  EXPECT_THROW(database().read([](Transaction& tx) {
    EXPECT_FALSE(tx.writable());
    tx.execute("INSERT INTO parents (id, name) VALUES (1, 'a')");
  }),
               Error);
  EXPECT_EQ(count("parents"), 0);
}

TEST_P(Layer, counts_the_rows_a_statement_changed) {
  database().write([](Transaction& tx) {
    EXPECT_EQ(tx.execute("INSERT INTO parents (id, name) VALUES (1, 'a'), (2, 'b')"), 2);
    EXPECT_EQ(tx.execute("UPDATE parents SET name = name || '!'"), 2);
    EXPECT_EQ(tx.execute("DELETE FROM parents WHERE id = 404"), 0);
    EXPECT_EQ(tx.execute("CREATE TABLE more (id BIGINT PRIMARY KEY)"), 0);
  });
}

TEST_P(Layer, reads_rows_within_rows_of_the_same_statement) {
  for (int i = 1; i <= 3; ++i) add_parent(i, std::to_string(i));
  const auto pairs = database().read([](Transaction& tx) {
    int seen = 0;
    tx.each("SELECT id FROM parents", {},
            [&](const Row&) { tx.each("SELECT id FROM parents", {}, [&](const Row&) { ++seen; }); });
    return seen;
  });
  EXPECT_EQ(pairs, 9);
}

TEST_P(Layer, returns_the_rows_it_has_written) {
  database().write([](Transaction& tx) {
    const auto ids = tx.rows("INSERT INTO parents (id, name) VALUES (1, 'a'), (2, 'b') RETURNING id", {},
                             [](const Row& r) { return r.get<std::int64_t>(0); });
    EXPECT_EQ(ids, (std::vector<std::int64_t>{1, 2}));
  });
}

TEST_P(Layer, counts_the_statements_of_this_thread) {
  const auto before = statements_run();
  database().read([](Transaction& tx) {
    tx.value<std::int64_t>("SELECT COUNT(*) FROM parents");
    tx.value<std::int64_t>("SELECT COUNT(*) FROM things");
  });
  EXPECT_EQ(statements_run() - before, 2);
}

TEST_P(Layer, names_the_parameter_that_has_no_value) {
  try {
    database().read([](Transaction& tx) { return tx.value<std::int64_t>("SELECT id FROM parents WHERE id = :id"); });
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find(":id"), std::string::npos);
  }
}

TEST_P(Layer, takes_one_statement_at_a_time) {
  EXPECT_THROW(database().write([](Transaction& tx) { tx.execute("DELETE FROM things; DELETE FROM parents"); }), Error);
}

TEST_P(Layer, tells_upper_from_lower_case_in_LIKE) {
  add_parent(1, "Dupont");
  const auto found = database().read(
      [](Transaction& tx) { return tx.value<std::int64_t>("SELECT COUNT(*) FROM parents WHERE name LIKE 'du%'"); });
  EXPECT_EQ(found, 0);
}

TEST_P(Layer, lives_on_after_any_failed_statement) {
  EXPECT_THROW(database().write([](Transaction& tx) { tx.execute("INSERT INTO nowhere VALUES (1)"); }), Error);
  EXPECT_THROW(database().read([](Transaction& tx) { return tx.value<std::int64_t>("SELEC 1"); }), Error);
  add_parent(1, "a");
  EXPECT_EQ(count("parents"), 1);
}

TEST(Open, says_what_an_address_looks_like) { EXPECT_THROW(open("/var/lib/mandat.db"), Error); }

}  // namespace
}  // namespace db
