export const questionWords = {
  'question.name': 'Question',
  'question.plural': 'Questions',
  'question.plain': 'something we do not know yet',
  'question.add': 'Ask a question',
  'question.empty': 'No questions yet. Begin with "I wonder...", "I noticed..." or "What would happen if...".',
  'question.says': 'An open question: {title}',
  'question.says-answered': 'A question with an answer: {title}',
  'question.state.open': 'Open',
  'question.state.answered': 'Answered',
  'question.field.title': 'What do we want to know?',
  'question.field.why': 'Why does it matter?',
  'question.field.answer': 'What did we find out?',
} as const;
