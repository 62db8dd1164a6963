// What parent and confined child agree on: the job's name, the descriptors it finds open, the verdict it ends with.
#pragma once

#include <string>
#include <string_view>

#include "floor/documents/document_rules.hpp"
#include "floor/documents/verdict.hpp"

namespace documents {

enum class Job {
  inspect_pdf,
  rewrite_image,   // to `output`, with its `thumbnail`
  draw_pdf_page,   // the first one, to `output`, as a thumbnail
  extract_text,    // of a PDF's first pages, to `output`
  read_workbook,   // its first sheet, to `output`, as tables::decode() reads it
  read_bank_file,  // to `output`, as payments::decode() reads it
};
std::string_view to_text(Job job);

// Descriptors: the parent's numbers, or the child's.
struct JobFiles {
  int source;
  int output = -1;     // none
  int thumbnail = -1;  // none
};
inline constexpr JobFiles in_child{0, 1, 3};

inline constexpr const char* child_mark = "--confined";  // argv: program, mark, job, the three limits

// Starts the child, waits for it, and says what it found; not_checked when it could not be started or took a minute.
// Two children run at once, since each may use a processor and a gigabyte; others wait for their turn.
// Asserts that main() began with run_confined_child(): the child of a program that does not would run that program.
Verdict run_confined(Job job, const JobFiles& files, const ImageLimits& limits);

// The same for a job that reads a source and writes one output: what it wrote, where it found the source sound.
struct Answer {
  Verdict verdict;
  std::string bytes;
};
Answer answer_of(Job job, int source);

// Called by run_confined_child() in the parent.
void confined_children_can_run();

}  // namespace documents
