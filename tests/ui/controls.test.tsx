// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { dayOf } from '#core/time.ts';
import { renderEnglish, teachDialogs } from '#tests/ui/render.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Combobox } from '#ui/Combobox.tsx';
import { DateField } from '#ui/DateField.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Menu } from '#ui/Menu.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { panelProps, Tabs } from '#ui/Tabs.tsx';

teachDialogs();

describe('segmented choice', () => {
  function Example() {
    const [value, setValue] = useState<'a' | 'b' | 'c'>('a');
    const options = [
      { value: 'a', label: 'Cells' },
      { value: 'b', label: 'Regions', disabled: true },
      { value: 'c', label: 'Events' },
    ] as const;
    return <Segmented<'a' | 'b' | 'c'> label="Draw as" options={options} value={value} onChange={setValue} />;
  }

  it('is one tab stop in which arrows choose, over what is disabled', async () => {
    renderEnglish(<Example />);
    await userEvent.tab();
    expect(screen.getByRole('radio', { name: 'Cells' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('radio', { name: 'Events' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Events' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('radio', { name: 'Cells' })).toBeChecked();
    await userEvent.keyboard('{End}');
    expect(screen.getByRole('radio', { name: 'Events' })).toBeChecked();
  });
});

describe('tabs', () => {
  it('move by arrows and name their panel', async () => {
    function Example() {
      const [value, setValue] = useState<'events' | 'articles'>('events');
      const tabs = [
        { value: 'events', label: 'Events', count: 3 },
        { value: 'articles', label: 'Articles' },
      ] as const;
      return (
        <>
          <Tabs<'events' | 'articles'> id="t" label="Lists" tabs={tabs} value={value} onChange={setValue} />
          <div {...panelProps('t', value)}>{value}</div>
        </>
      );
    }
    renderEnglish(<Example />);
    await userEvent.click(screen.getByRole('tab', { name: /Events/ }));
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Articles' })).toHaveFocus();
    expect(screen.getByRole('tabpanel', { name: 'Articles' })).toHaveTextContent('articles');
  });
});

describe('combobox', () => {
  function Example({ onPick }: { onPick: (id: string) => void }) {
    const [text, setText] = useState('');
    const options = [
      { id: 'PE', label: 'Peru', detail: '325' },
      { id: 'PA', label: 'Panama', detail: '12' },
    ].filter((option) => option.label.toLowerCase().startsWith(text.toLowerCase()));
    return (
      <Combobox label="Country" text={text} onText={setText} options={options} onPick={onPick} openEmpty />
    );
  }

  it('opens by ↓, moves by arrows, picks by Enter, with the focus in the field', async () => {
    const onPick = vi.fn();
    renderEnglish(<Example onPick={onPick} />);
    const field = screen.getByRole('combobox', { name: 'Country' });
    field.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Panama');
    expect(field).toHaveAttribute('aria-activedescendant', screen.getByRole('option', { selected: true }).id);
    await userEvent.keyboard('{Enter}');
    expect(onPick).toHaveBeenCalledWith('PA');
    expect(field).toHaveFocus();
  });

  it('closes by Esc, then clears', async () => {
    renderEnglish(<Example onPick={() => {}} />);
    const field = screen.getByRole('combobox', { name: 'Country' });
    await userEvent.type(field, 'pe');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('option')).toBeNull();
    expect(field).toHaveValue('pe');
    await userEvent.keyboard('{Escape}');
    expect(field).toHaveValue('');
  });

  it('says that nothing matches', async () => {
    renderEnglish(<Example onPick={() => {}} />);
    await userEvent.type(screen.getByRole('combobox', { name: 'Country' }), 'zz');
    expect(screen.getByText('Nothing matches “zz”')).toBeInTheDocument();
  });
});

describe('date field', () => {
  it('commits a real date and keeps a wrong one with what to do about it', async () => {
    const onCommit = vi.fn();
    renderEnglish(<DateField label="First day" value={null} edge="first" onCommit={onCommit} />);
    const field = screen.getByRole('textbox', { name: 'First day' });
    await userEvent.type(field, '31/02/2015{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('“31/02/2015” is not a date. Enter a real date');
    expect(field).toBeInvalid();
    expect(onCommit).not.toHaveBeenCalled();
    await userEvent.clear(field);
    await userEvent.type(field, '28/02/2015{Enter}');
    expect(onCommit).toHaveBeenCalledWith(dayOf(2015, 2, 28));
    expect(field).toHaveValue('28 Feb 2015');
  });
});

describe('dialog', () => {
  it('takes the focus, closes by its button, and gives the focus back', async () => {
    function Example() {
      const [open, setOpen] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            Open
          </button>
          <Dialog open={open} onClose={() => setOpen(false)} title="Shortcuts">
            <p>Body</p>
          </Dialog>
        </>
      );
    }
    renderEnglish(<Example />);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    expect(screen.getByRole('dialog', { name: 'Shortcuts' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus();
  });
});

describe('menu', () => {
  it('opens on its checked item, moves, chooses, and gives the focus back', async () => {
    const onChoose = vi.fn();
    const items = [
      { value: 'en', label: 'English', checked: true },
      { value: 'es', label: 'Español', checked: false },
    ];
    renderEnglish(<Menu label="Language: EN" button="EN" items={items} onChoose={onChoose} />);
    const button = screen.getByRole('button', { name: 'Language: EN' });
    await userEvent.click(button);
    expect(screen.getByRole('menuitemradio', { name: 'English' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onChoose).toHaveBeenCalledWith('es');
    expect(button).toHaveFocus();
    await userEvent.click(button);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(button).toHaveFocus();
  });
});

it('a chip names what its cross removes', async () => {
  const onRemove = vi.fn();
  renderEnglish(<Chip text="Peru" onRemove={onRemove} />);
  await userEvent.click(screen.getByRole('button', { name: 'Remove Peru' }));
  expect(onRemove).toHaveBeenCalledOnce();
});
