#include "web/html/drawn.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "web/html/elements.hpp"

namespace web::html {
namespace {

TEST(Drawn, gives_back_what_was_kept_under_the_same_key_and_nothing_under_another) {
  Drawn drawn(1'000);
  EXPECT_EQ(drawn.find("test 1, version 1"), nullptr);
  const auto kept = drawn.keep("test 1, version 1", p("un"));
  EXPECT_EQ(drawn.find("test 1, version 1"), kept);
  EXPECT_EQ(drawn.find("test 1, version 2"), nullptr);
  drawn.keep("test 1, version 1", p("deux"));
  EXPECT_EQ(drawn.find("test 1, version 1")->text(), "<p>deux</p>");
  EXPECT_EQ(kept->text(), "<p>un</p>");  // who holds it keeps it
}

TEST(Drawn, forgets_what_was_asked_for_longest_ago_first) {
  const Markup ten = fragment("0123456789");
  Drawn drawn(33);  // three of a letter and ten characters
  for (const char* key : {"a", "b", "c"}) drawn.keep(key, ten);
  EXPECT_NE(drawn.find("a"), nullptr);
  drawn.keep("d", ten);
  EXPECT_EQ(drawn.find("b"), nullptr);
  for (const char* key : {"a", "c", "d"}) EXPECT_NE(drawn.find(key), nullptr) << key;
  EXPECT_EQ(drawn.keep("too long", fragment(std::string(40, 'x')))->text().size(), 40U);
  for (const char* key : {"too long", "a", "c", "d"}) EXPECT_EQ(drawn.find(key), nullptr) << key;
  drawn.keep("e", ten);
  EXPECT_NE(drawn.find("e"), nullptr);
}

TEST(Drawn, is_shared_by_threads) {
  Drawn drawn(500);
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&drawn] {
      for (int turn = 0; turn < 2'000; ++turn) {
        const std::string key = std::to_string(turn % 37);
        const auto found = drawn.find(key);
        if (found)
          EXPECT_EQ(found->text(), key);
        else
          drawn.keep(key, fragment(key));
      }
    });
  for (auto& thread : threads) thread.join();
}

}  // namespace
}  // namespace web::html
