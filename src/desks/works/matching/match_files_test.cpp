#include "desks/works/matching/match_files.hpp"

#include <gtest/gtest.h>

namespace works::matching {
namespace {

std::string refusal_of(std::string_view csv) {
  try {
    read_tradesmen(csv);
  } catch (const MatchFileError& error) {
    return error.what();
  }
  return "";
}

std::string answers(std::string_view tradesmen, std::string_view queries, Order order) {
  const FirmIndex index(read_tradesmen(tradesmen));
  std::string lines;
  for (const auto& query : read_queries(queries, order)) lines += answer_line(query, index.best(query.search));
  return lines;
}

// W11.in_memory
TEST(MatchFiles, AnswerEachQueryWithTheIdsOfItsBestFirms) {
  const std::string_view tradesmen =
      "id,name,lon_e6,lat_e6,radius_m,rating,trades,busy\r\n"
      "1,\"Dupont, père\",2000000,48000000,30000,500,3;17,\r\n"
      "2,Martin,2010000,48000000,30000,900,3,12-15;200-203\r\n"
      "3,Durand,2010000,48000000,100,999,3,\r\n"
      "4,Petit,2000000,48000000,30000,500,17,\r\n";
  const std::string_view queries =
      "qid,trade,day,lon_e6,lat_e6\n"
      "a,3,11,2000000,48000000\n"
      "b,3,15,2000000,48000000\n"
      "c,3;17,11,2000000,48000000\n"
      "d,99,11,2000000,48000000\n";
  EXPECT_EQ(answers(tradesmen, queries, Order::distance), "a;1,2\nb;1\nc;1\nd;\n");
  EXPECT_EQ(answers(tradesmen, queries, Order::rating), "a;2,1\nb;1\nc;1\nd;\n");
}

// W11.in_memory
TEST(MatchFiles, SayWhichRecordIsWrongAndWhy) {
  const std::string head = "id,lon_e6,lat_e6,radius_m,rating,trades,busy\n";
  EXPECT_EQ(refusal_of(head + "1,2000000,48000000,30000,500,3,\n"), "");
  EXPECT_EQ(refusal_of("id,lon_e6\n"), "record 1: there is no column lat_e6");
  EXPECT_EQ(refusal_of(head + "1,2000000\n"), "record 2: columns are missing");
  EXPECT_EQ(refusal_of(head + "\n1,2000000,48.0,30000,500,3,\n"),
            "record 3: lat_e6 is no whole number from -90000000 to 90000000: 48.0");
  EXPECT_EQ(refusal_of(head + "1,2000000,48000000,-1,500,3,\n"),
            "record 2: radius_m is no whole number from 0 to 9223372036854775807: -1");
  EXPECT_EQ(refusal_of(head + "1,2000000,48000000,30000,500,3,15-12\n"), "record 2: busy ends before it begins: 15-12");
  EXPECT_EQ(refusal_of(head + "1,\"2\n"), "record 2: a quote stays open");
}

}  // namespace
}  // namespace works::matching
